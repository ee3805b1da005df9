"""Opening, saving, exporting, and the page one starts from."""
