CREATE TABLE dataset (id, prompt, completion, label, split);
