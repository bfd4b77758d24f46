"""What the machine proposes: a content class, earlier petitions like this one. A person decides.

Importing this package loads no numpy and no scikit-learn; only training does.
"""
