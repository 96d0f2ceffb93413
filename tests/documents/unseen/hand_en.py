"""Which English documents were written by hand, line for line, each with what a careful reader takes out of it?"""

from __future__ import annotations

from typing import Final

from tests.documents.unseen.expected import Band, Cell, Complexity, Expertise, Holdings, Sized, Succession

_PEAK: Final = "persons during peak periods"
_VALUE: Final = "an annual contract value of"
_CRITERIA: Final = "complexity criteria"
_HAS: Final = "Has experience and performance of"
_MEET: Final = "must meet the complexity and size of"
_GUIDES: Final = "sufficient to guide others"
_OUTSIDE: Final = "Instructor outside the company"
_WITHIN: Final = "Instructor within the company"
_ALONE: Final = "to perform assigned task"
_CAN: Final = "can be of the Level"
_EITHER: Final = "with either one of the following size"
_CARE: Final = "by mentoring, coaching"
_HANDED: Final = "expertise succession"
_ONE_OF: Final = "in either one of the following"
_LEAST: Final = "minimum capability required"
_BUSINESS: Final = "[Business Contribution]"
_PROFESSIONAL: Final = "[Professional Contribution]"
_PATENT: Final = "Filing of a patent application"

CONSULTANT: Final = f""" Key Performance Indicator: Consultant
Specialty Fields Retail Operations Level 6
{_BUSINESS}
●Responsibilities
Leads the consulting team, as a person responsible for Retail Operations. {_HAS} successfully carrying out the activities of
diagnosing shops, redesigning processes, and training shop managers four
times or more (At least two projects {_MEET} Level
6 and others {_CAN} 5 or above).
● Complexity
{_HAS} achieving success in diagnosing shops with three or more of the following {_CRITERIA} ("Shops
in several countries" is required.).
□Shops in several countries        ☐Rival chains merging      □Strong union
□Old point-of-sale systems
●Size
{_HAS} achieving success in diagnosing shops {_EITHER}.
□Project with 20 or more but less than 50 {_PEAK}, or {_VALUE} 10 million yen or more
but less than 80 million yen.
□Project with less than 20 {_PEAK}, or 1,200 person-months or more, and with
four or more of above {_CRITERIA}.
{_PROFESSIONAL}
-Has the high specialty {_ONE_OF} consulting areas {_GUIDES} and leads the industry.
□Assortment planning   □Store layout
-Has performance in four or more items of following consulting {_HANDED}.
□Publication of a book   □{_OUTSIDE}   □{_WITHIN}   □{_PATENT}
-Develops subordinates ({_CARE}, and etc.)
 Key Performance Indicator: Consultant
Specialty Field Retail Operations Level 3
{_BUSINESS}
●Responsibilities
Works as a member of the consulting team. {_HAS} carrying out diagnosing shops one
year or more (Projects {_MEET} Level3).
●Complexity
Has experience of participating in diagnosing shops with two or more items of following {_CRITERIA}.
□Strong union   □Old point-of-sale systems   □Rival chains merging
●Size
Not specified.
{_PROFESSIONAL}
-Has specialty {_ONE_OF} consulting areas {_ALONE} by him/her-self.
□Assortment planning   □Store layout
〈Remarks〉
-By passing Applied ITEE, a person is regarded as having the {_LEAST} in ITSS level 3.
"""

CONSULTANT_HOLDS: Final = Holdings(
    language="en",
    category="Consultant",
    fields=("Retail Operations",),
    cells=(
        Cell(
            field="Retail Operations",
            level=6,
            measure="times",
            at_least=4,
            slots=(6, 6, 5, 5),
            role="responsible",
            titles=("a person responsible for Retail Operations",),
            activities=("diagnosing shops", "redesigning processes", "training shop managers"),
            outcome="succeeded",
            complexity=Complexity(
                at_least=3,
                of=("Shops in several countries", "Rival chains merging", "Strong union", "Old point-of-sale systems"),
                mandatory=("Shops in several countries",),
                outcome="succeeded",
                activities=("diagnosing shops",),
            ),
            size=(
                Band(
                    any_of=(
                        (Sized(noun="peak", unit="persons", measure="peak_persons", at_least=20, below=50),),
                        (
                            Sized(
                                noun="contract",
                                unit="yen",
                                measure="annual_contract_value_yen",
                                at_least=10_000_000,
                                below=80_000_000,
                            ),
                        ),
                    )
                ),
                Band(
                    any_of=(
                        (Sized(noun="peak", unit="persons", measure="peak_persons", below=20),),
                        (Sized(noun="effort", unit="person-months", at_least=1_200),),
                    ),
                    conditions=4,
                ),
            ),
            expertise=Expertise(
                at_least=1, of=("Assortment planning", "Store layout"), degree="guides-others", reach="leads-industry"
            ),
            succession=Succession(at_least=4, of=("book", "lecturer-outside", "lecturer-inside", "patent")),
            mentoring=True,
        ),
        Cell(
            field="Retail Operations",
            level=3,
            measure="years",
            at_least=1,
            years_at_level=3,
            role="member",
            titles=("a member of the consulting team",),
            activities=("diagnosing shops",),
            outcome="carried-out",
            complexity=Complexity(
                at_least=2,
                of=("Strong union", "Old point-of-sale systems", "Rival chains merging"),
                outcome="participated",
            ),
            size=None,
            expertise=Expertise(
                at_least=1, of=("Assortment planning", "Store layout"), degree="practises-alone", reach=None
            ),
            succession=None,
            mentoring=False,
            examination="AP",
        ),
    ),
)

HAND_WRITTEN: Final = {"consultant": (CONSULTANT, CONSULTANT_HOLDS)}
