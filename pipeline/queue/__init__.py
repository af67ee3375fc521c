"""Jobs from the moment they may start until their results are delivered."""
