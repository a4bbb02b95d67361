"""Makes the answers of one flag, while it is compiled."""

from __future__ import annotations

from collections.abc import Callable

from .asked import Asked
from .frozen import frozen_value
from .outcome import Because, Outcome
from .read import Source, object_in, optional, refuse, text_in

Answer = Callable[[Asked], Outcome]
"""What a flag answers to whoever asks; always something."""

Decide = Callable[[Asked], "Outcome | None"]
"""What is found for whoever asks; None where it is left to what comes next."""


class Answers:
    """The variations of a flag, and what is said of them."""

    def __init__(self, flag: str, source: Source) -> None:
        self.flag = flag
        variations = object_in(source, "variations")
        self.variations = {name: frozen_value(value) for name, value in variations.items()}
        self._off = optional(source, "offVariation", text_in)

    def of(self, variation: str, because: Because) -> Outcome:
        if variation not in self.variations:
            refuse(f"there is no variation `{variation}`")
        return Outcome(self.flag, because, self.variations[variation], variation)

    def off(self, because: Because) -> Outcome:
        """The off variation; without one, no value."""
        return Outcome(self.flag, because) if self._off is None else self.of(self._off, because)
