"""The forms in which a career record is written down, in the standard's words."""

from __future__ import annotations

from collections.abc import Mapping

from kijun.web.people.forms.engagement import EngagementForm
from kijun.web.people.forms.holding import ContributionForm, ExpertiseForm, MentoringForm, QualificationForm
from kijun.web.people.forms.person import CompleteForm, HeadForm
from kijun.web.people.forms.record_form import RecordForm

FORMS: Mapping[str, type[RecordForm]] = {
    "engagements": EngagementForm,
    "expertise": ExpertiseForm,
    "contributions": ContributionForm,
    "mentoring": MentoringForm,
    "qualifications": QualificationForm,
    "head": HeadForm,
    "complete": CompleteForm,
}
"""The form of each list, and the two of the head."""

__all__ = ["FORMS", "RecordForm"]
