"""Messages to caseworkers on their way out: words, channels, sender, the list of the day."""
