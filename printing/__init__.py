"""From the HTML of an issued document to the PDF that goes under the seal."""
