"""The commands of `./xinfang`, each a thin door to the packages."""
