"""Supervisions (督办) and suggestions (三项建议): what opens them, their steps, how they end."""
