"""What every test shares."""

from hypothesis import settings

# A loaded machine must not turn a slow example into a failure: time is measured in bench/, never in tests.
settings.register_profile("default", deadline=None)
settings.load_profile("default")
