"""Proposing the content class (内容分类, first level) of a text."""
