"""Numbers and dates as they are written in German and English, read as values."""

from index.readings.moments import Moment, moments
from index.readings.quantities import Quantity, quantities

__all__ = ["Moment", "Quantity", "moments", "quantities"]
