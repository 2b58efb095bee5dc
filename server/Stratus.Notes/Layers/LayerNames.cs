namespace Stratus.Notes.Layers;

/// <summary>The words that layers are written with.</summary>
internal static class LayerNames
{
    private static readonly (string Name, int Layer)[] Names =
    [
        ("Physical", 1), ("Data Link", 2), ("Data-Link", 2), ("Datalink", 2), ("Network", 3), ("Transport", 4),
        ("Session", 5), ("Presentation", 6), ("Application", 7),
    ];

    // In other languages many of these are everyday words ("red", "rede"): they are names of layers in a layer column only.
    private static readonly (string Name, int Layer)[] NamesInOtherLanguages =
    [
        ("Física", 1), ("Physique", 1), ("Bitübertragung", 1), ("물리", 1), ("物理", 1),
        ("Enlace de datos", 2), ("Enlace de dados", 2), ("Enlace", 2), ("Liaison de données", 2), ("Liaison", 2), ("Sicherung", 2),
        ("데이터 링크", 2), ("데이터링크", 2), ("データリンク", 2), ("数据链路", 2),
        ("Rede", 3), ("Red", 3), ("Réseau", 3), ("Vermittlung", 3), ("네트워크", 3), ("ネットワーク", 3), ("网络", 3),
        ("Transporte", 4), ("전송", 4), ("トランスポート", 4), ("传输", 4),
        ("Sessão", 5), ("Sesión", 5), ("Sitzung", 5), ("세션", 5), ("セッション", 5), ("会话", 5),
        ("Apresentação", 6), ("Presentación", 6), ("Présentation", 6), ("Darstellung", 6), ("표현", 6), ("プレゼンテーション", 6), ("表示", 6),
        ("Aplicação", 7), ("Aplicación", 7), ("Anwendung", 7), ("응용", 7), ("애플리케이션", 7), ("アプリケーション", 7), ("应用", 7),
    ];

    // Before a number: in the languages that study notes are written in.
    private static readonly string[] LayerWords = ["layers", "layer", "camada", "couche", "capa", "schicht", "レイヤー", "レイヤ", "第"];

    /// <summary>The layer name that stands at a place, in any case, bounded by what is no letter; length 0 where there is none.</summary>
    public static (int Length, int Layer) NameAt(string text, int at) => NameAt(text, at, Names);

    /// <summary>Like <see cref="NameAt(string, int)"/>, for a cell of a layer column: in other languages too.</summary>
    public static (int Length, int Layer) NameInCellAt(string text, int at) =>
        NameAt(text, at, Names) is { Length: > 0 } found ? found : NameAt(text, at, NamesInOtherLanguages);

    private static (int Length, int Layer) NameAt(string text, int at, (string Name, int Layer)[] names)
    {
        foreach (var (name, layer) in names)
        {
            if (string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && !IsWord(text, at + name.Length))
            {
                return (name.Length, layer);
            }
        }

        return default;
    }

    /// <summary>The length of the word for layer that stands at a place, or 0.</summary>
    public static int LayerWordAt(string text, int at)
    {
        foreach (var word in LayerWords)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>True if a character of Latin words or a digit stands at the place; false beyond the text.</summary>
    public static bool IsWord(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or (>= '\u00C0' and <= '\u024F'));
}
