"""What the browser sends when something happens inside a component."""

import json

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState


def send_event(page, key, event, value):
    """Run an AppTest with what the component of that key would send."""
    (component,) = [c for c in page.get("bidi_component") if c.key == key]
    states = page._tree.get_widget_states()
    states.widgets.append(
        WidgetState(
            id=_make_trigger_id(component.proto.id, "events"),
            json_trigger_value=json.dumps([{"event": event, "value": value}]),
        )
    )
    return page._run(states)
