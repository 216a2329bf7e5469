namespace Arena.Gateway.GameResults.Files;

internal sealed partial record ReportWords
{
    private static ReportWords Spanish { get; } = new()
    {
        Game = "Partida",
        Questions = "Preguntas",
        Players = "Participantes",
        Answers = "Respuestas",
        Title = "Cuestionario",
        Code = "Código de la partida",
        Launched = "Inicio (UTC)",
        Ended = "Fin (UTC)",
        TookPart = "Respondieron",
        Finished = "Hasta el final",
        Of = "de",
        Number = "N.º",
        Question = "Pregunta",
        Asked = "Participantes preguntados",
        Right = "Correcta",
        Partly = "Correcta en parte",
        Wrong = "Incorrecta",
        Unscored = "Respondida",
        None = "Sin respuesta",
        LowerQuartile = "Primer cuartil (s)",
        Median = "Mediana (s)",
        UpperQuartile = "Tercer cuartil (s)",
        Discrimination = "Discriminación",
        Rank = "Posición",
        Name = "Nombre",
        Team = "Equipo",
        Points = "Puntos",
        LastQuestion = "Última pregunta respondida",
        LastAnswer = "Última respuesta (UTC)",
        Left = "Salió antes del final",
        Yes = "sí",
        Answer = "Respuesta",
        Result = "Resultado",
        Seconds = "Segundos",
        Skipped = "omitida",
    };
}
