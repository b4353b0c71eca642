-- Counting the files of every sequence reads a narrow index instead of all their paths.
CREATE INDEX sequence_file_sequence ON sequence_file(sequence_id);
