"""Finding earlier texts like this one, however many there are."""
