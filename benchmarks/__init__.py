"""Programs that print figures: how fast the journal takes records in, how fast petitions go."""
