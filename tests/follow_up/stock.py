"""Twenty leads of one rep, as different as leads are, and what their store can tell them in March 2026."""

from collections.abc import Iterator
from datetime import date

from coaching.domain.context import RepOnFile
from coaching.domain.lead import Lead, LeadId
from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from tests.follow_up.cast import STORE, local

MARCUS = RepOnFile("Marcus Tillery", "410-555-0172", "Fairhaven Auto Group", "410-555-0100")
TODAY = date(2026, 3, 4)

CUSTOMERS = (
    ("Denise Okafor", "2026 Honda CR-V Hybrid Sport-L", "Urban Gray", ["heated steering wheel"], "2015 Nissan Rogue", ""),
    ("Walt Brandt", "2024 Ford F-150 XLT SuperCrew", "", ["tow package"], "", ""),
    ("May Chen", "2026 Toyota Sienna", "Celestial Silver", [], "2014 Honda Odyssey", "Frederick Health"),
    ("Mr. Luis Ortega", "2025 Subaru Outback Wilderness", "Geyser Blue", ["roof rails"], "", ""),
    ("Priya Natarajan", "2026 Kia Telluride SX", "Wolf Gray", ["captain's chairs"], "2017 Kia Sorento", ""),
    ("Ed Fox", "2021 Audi Q5 Premium Plus (used, stock P4471)", "", [], "", "Montgomery Schools"),
    ("Tasha Bell", "2026 Mazda CX-50", "Soul Red", ["panoramic sunroof"], "", ""),
    ("Renée Boyd", "2026 Chevrolet Equinox EV LT", "Riptide Blue", [], "2016 Chevrolet Cruze", ""),
    ("Hank Doyle", "2026 GMC Sierra 1500 Elevation", "Onyx Black", ["bed liner"], "2012 GMC Sierra", ""),
    ("Elena Ruiz", "2026 Volvo XC60 plug-in hybrid", "Denim Blue", ["head-up display"], "", ""),
    ("Sam Whitfield", "2016 Honda Fit LX (used)", "", [], "", "Frederick Health"),
    ("Grace Kim", "2026 Hyundai Tucson SEL", "Amazon Gray", ["blind spot monitor"], "2013 Toyota Corolla", ""),
    ("Omar Haddad", "2024 Jeep Wrangler Sport S", "Firecracker Red", ["soft top"], "", ""),
    ("Dana Ruiz", "2026 Nissan Rogue SV AWD", "Boulder Gray", [], "2015 Ford Escape", ""),
    ("Cy Gray", "2022 Toyota Tundra SR5 (used)", "", ["crew cab"], "2009 Toyota Tacoma", ""),
    ("Ivy Long", "2026 Lexus RX 350 Premium", "Cloudburst Gray", ["parking assist"], "", ""),
    ("Bo Tran", "2025 BMW X3 30 xDrive", "Brooklyn Gray", [], "2016 BMW X1", ""),
    ("Flo Day", "2026 Buick Encore GX", "Cherry Red", ["heated seats"], "", ""),
    ("Kurt Vance", "2024 Volkswagen ID.4 Pro S", "Aurora Red", [], "", "Montgomery Schools"),
    ("Ann Lee", "2026 Honda Pilot", "Lunar Silver", ["third row"], "2014 Honda CR-V", ""),
)


def leads() -> Iterator[Lead]:
    for number, (name, vehicle, colour, options, trade_in, employer) in enumerate(CUSTOMERS, 1):
        known = {"vehicle": vehicle, "colour": colour, "options": options, "trade_in": trade_in, "employer": employer}
        facts = {key: fact for key, fact in known.items() if fact}
        yield Lead(
            LeadId(number), STORE, name, facts, source="Website", arrived_at=local(2, 10), emails=(f"{number}@example.org",)
        )


def _fact(number: int, kind: ValueKind, text: str, *vehicles: str, ends_on: date | None = None, employer: str = "") -> StoreFact:
    employers = (employer,) if employer else ()
    return StoreFact(StoreFactId(number), STORE, kind, text, date(2026, 3, 1), ends_on, vehicles, employers)


ARRIVED, INCENTIVE = ValueKind.ARRIVAL_OR_MATCH, ValueKind.INCENTIVE
END_OF_MONTH, SATURDAY = date(2026, 3, 31), date(2026, 3, 7)
STORE_FACTS = (
    _fact(1, ARRIVED, "two CR-V Hybrids in Urban Gray came off the truck this morning", "CR-V Hybrid"),
    _fact(2, ARRIVED, "an F-150 XLT with the tow package was just traded in", "F-150"),
    _fact(3, ARRIVED, "a new Sienna just arrived", "Sienna", "Telluride"),
    _fact(4, INCENTIVE, "the Outback is at 1.9 percent for 48 months now", "Outback", ends_on=END_OF_MONTH),
    _fact(5, INCENTIVE, "there is $1,500 customer cash on the Telluride now", "Telluride", ends_on=SATURDAY),
    _fact(6, ValueKind.TRADE_IN, "we pay up to $500 above book for a Rogue", "Rogue", "Odyssey", "Corolla"),
    _fact(7, ValueKind.PERSONAL_BENEFIT, "Frederick Health people get our supplier price", employer="Frederick Health"),
    _fact(8, ValueKind.PERSONAL_BENEFIT, "teachers of Montgomery Schools get $500 off", employer="Montgomery Schools"),
    _fact(9, INCENTIVE, "new vehicles have no payment for 90 days", ends_on=END_OF_MONTH),
    _fact(10, ValueKind.SLOT_OR_HOLD, "we bring a test drive to your home or your work at no charge"),
    _fact(11, ValueKind.VEHICLE_INFORMATION, "every car comes with two years of free maintenance"),
    _fact(12, ARRIVED, "eight new trucks and SUVs were delivered on Monday"),
)
OVER = _fact(13, INCENTIVE, "the CR-V is at 0.9 percent", "CR-V", ends_on=date(2026, 3, 3))
