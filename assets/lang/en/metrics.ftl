### metrics
