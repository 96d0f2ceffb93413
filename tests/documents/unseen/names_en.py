"""Which invented names do the English documents print?"""

from __future__ import annotations

from typing import Final

CATEGORIES: Final = {
    "Project Management": ("System Construction", "Network Service Projects"),
    "Consultant": ("Retail Operations", "Public Services"),
    "Data Center Operation": ("Platform Operation", "Power and Cooling"),
}
ACTIVITIES: Final = (
    "planning operations",
    "monitoring services",
    "handling incidents",
    "migrating platforms",
    "coaching users",
    "reviewing designs",
)
CONDITIONS: Final = (
    "Sites in several countries",
    "Business that must not stop",
    "Products with hardly any track record",
    "Close ties to systems of other companies",
    "Very short time for the changeover",
    "Strict rules of an authority",
    "Old and new methods side by side",
    "Many departments with conflicting wishes",
)
AREAS: Final = (
    "Design of operating processes",
    "Capacity planning",
    "Automation of monitoring",
    "Estimation of costs",
    "Training of users",
    "Choice of vendors",
)
TITLES: Final = {
    "responsible": ("a person responsible for {field}",),
    "leader": ("a leader of the {field} team",),
    "member": ("a member of the {field} team",),
    None: ("a manager of {field}",),
}
CONTRIBUTIONS: Final = {
    "community": "Activities in professional community",
    "book": "Publication of a book",
    "paper-outside": "Publication of a paper outside the company",
    "paper-inside": "Publication of a paper within the company",
    "lecturer-outside": "Instructor outside the company",
    "lecturer-inside": "Instructor within the company",
    "patent": "Filing of a patent application",
}
ITEMS: Final = {
    "Operations Control": ("Change Control", "Release Planning", "Records, Audits and Stocktaking"),
    "Plant Basics": ("Power Supply", "Cooling Methods (water, air)", "Earthquake Resistance"),
    "Bargaining": ("Bargaining",),
    "Cost Control": ("Budgeting", "Cost Allocation"),
    "Monitoring Practice": ("Thresholds", "Alert Routing", "Log Analysis"),
}
"""Skill item -> its knowledge items; some hold the sign that also parts a list."""
