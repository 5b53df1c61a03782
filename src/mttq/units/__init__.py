"""Units through time: communes, districts and provinces as they were on a day, and what became of them.

Codes are used again and names too: all 3,316 communes formed of communes in July 2025 have the code of a
former one.  So nothing is looked up without a day, `Units.at(day)`.
"""

from mttq.units._eras import ERAS, Era, era_on
from mttq.units._succession import Succession, UnitChange
from mttq.units._units import Part, Units, UnitsOn

__all__ = ["ERAS", "Era", "Part", "Succession", "UnitChange", "Units", "UnitsOn", "era_on"]
