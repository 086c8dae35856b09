// Package tests start processes: as many classes at a time as CI has cores; a class builds its project step by step.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.ClassLevel)]
