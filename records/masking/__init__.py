"""Personal data on pages: masked unless a role needs it; who may look writes into the trail."""
