"""NTI Desktop: edit a photo by editing the sentence that describes it."""

__version__ = "0.1.0"
