# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested


class ChiSquareTest(Model):
    statistic: float | None
    """Null: beyond all bounds."""
    degrees: int
    p_value: float

    @staticmethod
    def _fields() -> Fields:
        return {
            "p_value": ("pValue", None),
        }


class Comparison(Model):
    """Against the control. Holds however often it is looked at: an asymptotic confidence
    sequence. `correctedPValue` is Holm’s, over all metrics and variations.
    """

    difference: float
    interval: Interval
    lift: float | None
    lift_interval: Interval | None
    """Null: it has no bounds, as the mean of the control may itself be 0."""
    p_value: float
    corrected_p_value: float

    @staticmethod
    def _fields() -> Fields:
        return {
            "interval": ("interval", nested(Interval)),
            "lift_interval": ("liftInterval", nested(Interval)),
            "p_value": ("pValue", None),
            "corrected_p_value": ("correctedPValue", None),
        }


class CutRecords(Model):
    """An environment keeps five million of each that secret keys tell of, and as many of others;
    of the oldest beyond that, up to these moments, some is missing here. Null: nothing.
    """

    exposures: datetime | None
    observations: datetime | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "exposures": ("exposures", instant),
            "observations": ("observations", instant),
        }


class ExperimentResults(Model):
    flag: str
    start: datetime
    """From when exposures count: as the flag says, else from when the experiment was added to
    it.
    """
    end: datetime | None
    control: str | None
    confidence: float
    units: int
    kept_until: datetime | None
    """When is forgotten what was reported: 90 days after the end, or after the flag was
    archived. Null: the experiment goes on.
    """
    cut: CutRecords
    quarantined: int
    """Units that were dealt more than one variation, and count for none."""
    variations: list[VariationUnits]
    sample_ratio: SampleRatio | None
    metrics: list[MetricResults]

    @staticmethod
    def _fields() -> Fields:
        return {
            "start": ("start", instant),
            "end": ("end", instant),
            "kept_until": ("keptUntil", instant),
            "cut": ("cut", nested(CutRecords)),
            "variations": ("variations", list_of(nested(VariationUnits))),
            "sample_ratio": ("sampleRatio", nested(SampleRatio)),
            "metrics": ("metrics", list_of(nested(MetricResults))),
        }


class ExperimentsObserveResult(Model):
    accepted: int
    dropped: int
    """Of flags or variations that are not live, of units that the flag deals nothing to or that
    are sensitive, too large, too old, or not the sender’s to report.
    """


class Interval(Model):
    from_: float
    to: float

    @staticmethod
    def _fields() -> Fields:
        return {
            "from_": ("from", None),
        }


class MeasuredVariation(Model):
    variation: str
    units: int
    mean: float
    deviation: float
    comparison: Comparison | None
    verdict: Literal["control", "better", "worse", "undecided"] | str
    once: TestsForOneLook | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "comparison": ("comparison", nested(Comparison)),
            "once": ("once", nested(TestsForOneLook)),
        }


class MetricResults(Model):
    key: str
    event: str
    measure: str
    property: str | None
    goal: str
    variations: list[MeasuredVariation]

    @staticmethod
    def _fields() -> Fields:
        return {
            "variations": ("variations", list_of(nested(MeasuredVariation))),
        }


class SampleRatio(Model):
    """Whether units are divided as the rollout says. A mismatch (p < 0.001, where five or more
    were expected of each) means that something is lost on the way: trust no metric. Null:
    rollouts of the flag deal differently, or nobody was exposed.
    """

    statistic: float | None
    """Null: beyond all bounds."""
    degrees: int
    p_value: float
    mismatch: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "p_value": ("pValue", None),
        }


class TestsForOneLook(Model):
    """The same by tests that hold for one look alone, at a moment settled beforehand."""

    welch: WelchTest | None
    chi_square: ChiSquareTest | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "welch": ("welch", nested(WelchTest)),
            "chi_square": ("chiSquare", nested(ChiSquareTest)),
        }


class VariationUnits(Model):
    variation: str
    units: int
    expected_share: float | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "expected_share": ("expectedShare", None),
        }


class WelchTest(Model):
    difference: float
    interval: Interval
    lift: float | None
    lift_interval: Interval | None
    """Null: it has no bounds, as the mean of the control may itself be 0."""
    p_value: float

    @staticmethod
    def _fields() -> Fields:
        return {
            "interval": ("interval", nested(Interval)),
            "lift_interval": ("liftInterval", nested(Interval)),
            "p_value": ("pValue", None),
        }
