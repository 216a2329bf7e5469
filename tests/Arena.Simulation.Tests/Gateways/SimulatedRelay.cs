using Arena.Game.Vocabulary;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.Simulation.Tests.Checks;

namespace Arena.Simulation.Tests.Gateways;

/// <summary>One session on one gateway: the real relay without the browsers' hub. It goes by the same rules, with the same batches and repeats.</summary>
internal sealed class SimulatedRelay : ISessionObserver
{
    private const int MaxWaitingAnswers = 1_000;

    private readonly IGrainFactory _grains;
    private readonly string _gateway;
    private readonly SortedSet<int> _seats = [];
    private readonly Dictionary<Guid, long> _undecided = [];
    private ISessionObserver? _reference;
    private int _hosts;

    public SimulatedRelay(IGrainFactory grains, string gateway, string code, Guid sessionId, Reader reader, TimeProvider time)
    {
        (_grains, _gateway, Code, SessionId, Reader) = (grains, gateway, code, sessionId, reader);
        Session = grains.GetGrain<IGameSessionGrain>(code);
        Answers = new(batch => Session.Answer(sessionId, batch), new(time), MaxWaitingAnswers);
    }

    public string Code { get; }

    public Guid SessionId { get; }

    public Reader Reader { get; }

    public IGameSessionGrain Session { get; }

    public AnswerBatcher Answers { get; }

    public void Bind(int seat) => _seats.Add(seat);

    public void BindHost() => _hosts = 1;

    /// <summary>Subscribes, or renews, and requests a snapshot if pushes were missed.</summary>
    public async Task<GameErrorCode?> SubscribeAsync()
    {
        _reference ??= _grains.CreateObjectReference<ISessionObserver>(this);
        var subscribed = await Session.Subscribe(SessionId, _gateway, _reference, [.. _seats], _hosts);
        if (subscribed.Accepted)
            Reader.Offer(subscribed.Value.Position, subscribed.Value.Session);
        return subscribed.Refusal;
    }

    public Task Pushed(PushBatch batch)
    {
        foreach (var push in batch.Pushes)
        {
            if (push.Session is { } session)
                Reader.Offer(push.Position, session);
        }
        return Task.CompletedTask;
    }

    /// <summary>Renewals come every two seconds here: the next one finds the session where it is.</summary>
    public Task Moved() => Task.CompletedTask;

    public Task Reacted(ReactionBatch batch) => Task.CompletedTask;

    /// <summary>Answers with the time of the first try, as long as the session has not decided.</summary>
    public async Task<Outcome<Acknowledged>> AnswerAsync(SubmitAnswer answer)
    {
        var stampMs = _undecided.TryGetValue(answer.OperationId, out var firstMs) ? firstMs : _undecided[answer.OperationId] = answer.StampMs;
        var outcome = await Answers.SubmitAsync(answer with { StampMs = stampMs });
        if (!GrainCallRetry.IsUndecided(outcome.Refusal))
            _undecided.Remove(answer.OperationId);
        return outcome;
    }
}
