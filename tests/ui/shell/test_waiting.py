"""Work beside the page: done once, told meanwhile, and its errors are not lost."""

from tests.ui.pages import new_script


def page():
    import threading

    import streamlit as st

    from core.ui.shell.waiting import computed_once

    begun = st.session_state.setdefault("begun", [])
    notes = st.session_state.setdefault("notes", [])
    go_on = threading.Event()

    def compute():
        begun.append(threading.current_thread().name)
        assert go_on.wait(30)
        return 42

    def note_and_go_on(self, text):
        notes.append(text)
        go_on.set()
        return caption(self, text)

    caption = st.delta_generator.DeltaGenerator.caption
    st.delta_generator.DeltaGenerator.caption = note_and_go_on
    try:
        answer = computed_once(("test_waiting", 1), compute, note="please wait")
    finally:
        st.delta_generator.DeltaGenerator.caption = caption
    st.write(f"answer {answer}, on this thread: {threading.current_thread().name in begun}")


def failing_page():
    import streamlit as st

    from core.ui.shell.waiting import computed_once

    tries = st.session_state.setdefault("tries", [])

    def compute():
        tries.append(1)
        return 1 // (len(tries) - 1)

    st.write(computed_once(("test_waiting", 2), compute, note="please wait"))


def test_the_work_is_done_beside_the_page_once_and_told_meanwhile():
    app = new_script(page).run()
    assert not app.exception
    assert app.markdown[0].value == "answer 42, on this thread: False"
    assert set(app.session_state["notes"]) == {"please wait"}
    assert not app.caption
    app.run()
    assert app.markdown[0].value == "answer 42, on this thread: False"
    assert len(app.session_state["begun"]) == 1


def test_what_failed_crashes_and_is_tried_again():
    app = new_script(failing_page).run()
    assert len(app.exception) == 1
    assert not app.markdown
    app.run()
    assert not app.exception
    assert app.markdown[0].value == "`1`"
