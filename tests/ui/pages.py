"""What tests of pages do to a page and read from it; every page runs in Streamlit's AppTest."""

import json

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from core.paths import ROOT
from core.words.lookup import WORDS

_SECONDS = 120  # of one run: another process may keep the processor busy


def new_app(**address):
    """The app, not run yet.

    Args:
        address: the parameters of its URL.
    """
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=_SECONDS)
    app.query_params |= address
    return app


def open_app(**address):
    """The app with its first page, 分析."""
    return new_app(**address).run()


def open_page(name, **address):
    """The app with another page, as after a deep link: see core/ui/shell/routing.py."""
    app = new_app()
    app.session_state["_go_to"] = (f"pages/{name}.py", address)
    return app.run()


def new_script(draw, *args, **kwargs):
    """A function of a test, which AppTest takes for a script of its own; not run yet."""
    return AppTest.from_function(draw, args=args, kwargs=kwargs, default_timeout=_SECONDS)


def press(page, label):
    """Click the first button that is called so."""
    return next(button for button in page.button if button.label == label).click().run()


def submit(page, text):
    """Type a text on the page 分析 and have it analysed."""
    page.text_area(key="text").set_value(text)
    return press(page, "分析する")


def send_event(page, key, event, value):
    """Run a page with what the browser sends when something happens inside a component."""
    (component,) = [c for c in page.get("bidi_component") if c.key == key]
    states = page._tree.get_widget_states()
    states.widgets.append(
        WidgetState(
            id=_make_trigger_id(component.proto.id, "events"),
            json_trigger_value=json.dumps([{"event": event, "value": value}]),
        )
    )
    return page._run(states)


def checked(page):
    """The page, which has not crashed."""
    assert not page.exception
    return page


def component(page, key):
    """What the only component of that key was given."""
    (found,) = [c for c in page.get("bidi_component") if c.key == key]
    return json.loads(found.proto.json)


def tables(chart):
    """The data of a chart's proto."""
    return [convert_arrow_bytes_to_pandas_df(dataset.data.data) for dataset in chart.datasets]


def says(page, sentence):
    """Whether the sentence stands in a text of the page that is no error."""
    elements = (*page.markdown, *page.caption, *page.info, *page.warning, *page.success)
    return any(sentence in element.value for element in elements)


def ja(key, **values):
    """The Japanese words of that key."""
    return WORDS[key]["ja"].format(**values)
