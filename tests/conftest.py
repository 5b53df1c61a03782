"""Examples drawn by hypothesis may take any time: a busy machine is no fault of the code."""

from hypothesis import settings

settings.register_profile("mttq", deadline=None)
settings.load_profile("mttq")
