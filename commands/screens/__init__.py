"""Pictures of the pages for docs/, of an invented office at work: `./xinfang docs screens`."""
