"""The processes that `./start` brings up, watches and takes down."""
