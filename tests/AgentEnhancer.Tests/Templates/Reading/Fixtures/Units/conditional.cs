namespace {{Namespace}};

{{#if WithDocs}}
/// <summary>Doc.</summary>
{{/if}}
public class {{ClassName}}Request
{
    public string Name { get; set; } = "{{DefaultName}}";
}

public class {{ClassName}}Response
{
    {{Properties}}
    public {{ReturnType}} Map(IEnumerable<{{EntityName}}> items) => items.ToList();

    #region Don't
    [Fact]
    public async Task {{MethodName}}_works() { await Task.Yield(); }
    #endregion
}
