// Evaluations share the collection of projects that MSBuild keeps for the process.
[assembly: DoNotParallelize]
