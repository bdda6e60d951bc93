"""Where the class stands in the lesson, which is what the address says and opens."""

from dataclasses import dataclass, replace

import streamlit as st

from core.ui.lesson.steps import STEPS, Step

_ADDRESS = ("step", "part", "answer", "notes")
_PLACE_KEY = "lesson_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One question of one step.

    Attributes:
        number: of the step, from 1.
        part: one of the step's parts.
        revealed: whether the answer is shown.
        notes: whether the teacher's notes are shown.
    """

    number: int = 1
    part: str = STEPS[0].parts[0]
    revealed: bool = False
    notes: bool = False

    @property
    def step(self) -> Step:
        """The step of that number."""
        return STEPS[self.number - 1]

    @property
    def question(self) -> int:
        """The number of the question in its step, from 1."""
        return self.step.parts.index(self.part) + 1

    @property
    def at_last_question(self) -> bool:
        """Whether the step ends here."""
        return self.question == len(self.step.parts)


def present_place() -> Place:
    """Return the place that is shown: what a callback moves on from.

    Not the address: of two quick clicks, the second still brings the address of before the first.
    """
    return st.session_state[_PLACE_KEY]


def read_place() -> Place:
    """Take the place to show from the address; what it does not know is the first of its kind."""
    place = _address_place()
    st.session_state[_PLACE_KEY] = place
    return place


def _address_place() -> Place:
    address = st.query_params
    numbers = {str(number): number for number in range(1, len(STEPS) + 1)}
    number = numbers.get(address.get("step", ""), 1)
    parts = STEPS[number - 1].parts
    part = address.get("part")
    return Place(
        number=number,
        part=part if part in parts else parts[0],
        revealed=address.get("answer") == "1",
        notes=address.get("notes") == "1",
    )


def write_place(place: Place) -> None:
    """Put the place into the address; what is the first of its kind is left out."""
    st.session_state[_PLACE_KEY] = place
    values = (
        str(place.number) if place.number > 1 else "",
        place.part if place.question > 1 else "",
        "1" if place.revealed else "",
        "1" if place.notes else "",
    )
    for key, value in zip(_ADDRESS, values, strict=True):
        if value:
            st.query_params[key] = value
        else:
            st.query_params.pop(key, None)


def to_step(place: Place, number: int) -> Place:
    """Go to the first question of a step; where there is no such step, nowhere."""
    if not 1 <= number <= len(STEPS):
        return place
    return Place(number=number, part=STEPS[number - 1].parts[0], notes=place.notes)


def onward(place: Place) -> Place:
    """Show the answer; where it is shown, go to the next question, in this step or the next."""
    if not place.revealed:
        return replace(place, revealed=True)
    if place.at_last_question:
        return to_step(place, place.number + 1)
    return replace(place, part=place.step.parts[place.question], revealed=False)
