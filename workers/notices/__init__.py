"""Documents that steps issue: the values of templates/notices/<element_id>.html, one file each."""
