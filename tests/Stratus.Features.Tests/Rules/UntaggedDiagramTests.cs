using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class UntaggedDiagramTests
{
    private const string Code = "untagged-diagram";

    [Theory]
    [InlineData("«```»\n@startuml\nA -> B\n@enduml\n```\n", "```plantuml\n@startuml\nA -> B\n@enduml\n```\n")]
    [InlineData("«~~~»\n@startmindmap\n* A\n@endmindmap\n~~~\n", "~~~plantuml\n@startmindmap\n* A\n@endmindmap\n~~~\n")]
    [InlineData("«```»  \n\n@startuml\n@enduml\n```\n", "```plantuml  \n\n@startuml\n@enduml\n```\n")]
    [InlineData("«````»\ngraph TD\nA --> B\n````\n", "````mermaid\ngraph TD\nA --> B\n````\n")]
    [InlineData("«```»\r\nsequenceDiagram\r\nA->>B: x\r\n```\r\n", "```mermaid\r\nsequenceDiagram\r\nA->>B: x\r\n```\r\n")]
    [InlineData("«```»\nflowchart LR\n  A --> B\n```\n", "```mermaid\nflowchart LR\n  A --> B\n```\n")]
    [InlineData("«```»\n%%{init: {}}%%\nclassDiagram\nA <|-- B\n```\n", "```mermaid\n%%{init: {}}%%\nclassDiagram\nA <|-- B\n```\n")]
    [InlineData("«```»\npie title Cost\n\"S3\" : 40\n```\n", "```mermaid\npie title Cost\n\"S3\" : 40\n```\n")]
    [InlineData("«```»\ngantt\n  title Plan\n```\n", "```mermaid\ngantt\n  title Plan\n```\n")]
    [InlineData("«```»\nmindmap\n  root\n```\n", "```mermaid\nmindmap\n  root\n```\n")]
    [InlineData("> «```»\n> graph TD\n> A --> B\n> ```\n", "> ```mermaid\n> graph TD\n> A --> B\n> ```\n")]
    public void A_diagram_without_its_language_is_a_hint_and_the_fix_adds_it(string marked, string expected)
    {
        RuleAssert.Fixes(Code, marked, expected);
        RuleAssert.IsQuiet(Code, expected);
        Assert.Equal(Severity.Hint, RuleAssert.Finds(Code, marked)[0].Severity);
    }

    [Theory]
    [InlineData("```plantuml\n@startuml\n@enduml\n```\n")]
    [InlineData("```puml\n@startuml\n@enduml\n```\n")]
    [InlineData("```mermaid\ngraph TD\nA --> B\n```\n")]
    [InlineData("```text\n@startuml\n@enduml\n```\n")]
    [InlineData("``` {.mermaid}\ngraph TD\n```\n")]
    [InlineData("```\ngraph of a function\n```\n")]
    [InlineData("```\ngraph TDX\n```\n")]
    [InlineData("```\npie\napple\n```\n")]
    [InlineData("```\ntimeline\n```\n")]
    [InlineData("```\ngantt chart\n```\n")]
    [InlineData("```\njourney to the cloud\n```\n")]
    [InlineData("```\necho sequenceDiagram\n```\n")]
    [InlineData("```\nsequenceDiagram = 1\n```\n")]
    [InlineData("```\nInternet -> ALB -> EC2\n```\n")]
    [InlineData("```\n@start\n```\n")]
    [InlineData("    @startuml\n    @enduml\n")]
    [InlineData("`@startuml`")]
    [InlineData("@startuml in prose\n\ngraph TD\n")]
    [InlineData("```\n```\n")]
    [InlineData("```")]
    [InlineData("<script type=\"text/plain\">\n@startuml\n@enduml\n</script>\n")]
    public void What_says_its_language_or_is_no_diagram_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
