"""What `articover doctor` looks at: facts about this machine, each with a remedy."""
