namespace AgentEnhancer.Templates.Content;

/// <summary>Why a file of a template's content is nothing that an agent could learn from.</summary>
internal enum ContentKind
{
    /// <summary>Nothing speaks against it.</summary>
    Source,
    Binary,
    LockFile,
    Minified,
    Generated,
    TooLarge,
    Ignored,
}
