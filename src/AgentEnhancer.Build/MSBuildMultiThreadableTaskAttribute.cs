// The host looks for this attribute by its full name, so that a task built against an older MSBuild can carry it.
namespace Microsoft.Build.Framework;

/// <summary>Says that a task may run on a thread of a multi-threaded build (<c>-mt</c>): it keeps no shared state and no relative path.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
