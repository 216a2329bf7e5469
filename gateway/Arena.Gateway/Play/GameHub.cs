using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.Gateway.Telemetry;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <inheritdoc cref="IGameHub"/>
internal sealed class GameHub(
    GameConnections connections, JoinLimiter joinLimiter, GatewayDrain drain, IGrainFactory grains, SessionTokens tokens, IHostAccess access,
    IScreenAccess screens, SessionConnections sockets, GrainCallRetry retry, ServerClock clock)
    : Hub<IGameClient>, IGameHub
{
    private const string SignInItem = "arena.signIn";

    /// <inheritdoc/>
    public async Task<Reply<SessionSummary>> Find(string code) =>
        JoinCode.TryParse(code, out var parsed)
            ? Replies.From(await retry.CallAsync(() => grains.GetGrain<IGameSessionGrain>(parsed).Find(Context.ConnectionAborted), Context.ConnectionAborted))
            : Replies.Refuse<SessionSummary>(GameErrorCode.UnknownSession);

    /// <inheritdoc/>
    public async Task<Reply<NameSuggestion>> SuggestName(SuggestNameRequest request) =>
        JoinCode.TryParse(request.Code, out var parsed)
            ? Replies.From(await retry.CallAsync(
                () => grains.GetGrain<IGameSessionGrain>(parsed).SuggestName(request.Language, Context.ConnectionAborted), Context.ConnectionAborted))
            : Replies.Refuse<NameSuggestion>(GameErrorCode.UnknownSession);

    /// <inheritdoc/>
    public async Task<Reply<SeatWelcome>> Join(JoinRequest request)
    {
        if (!JoinCode.TryParse(request.Code, out var code))
            return Replies.Refuse<SeatWelcome>(GameErrorCode.UnknownSession);
        if (JoinTicket.Check(request) is { } malformed)
            return Replies.Refuse<SeatWelcome>(malformed);
        using var activity = GatewayTelemetry.StartJoin();
        var carried = await CarriedAsync(request.PreviousSeatToken);
        if (carried is { Accepted: false, Refusal: { } lost })
            return Replies.Refuse<SeatWelcome>(lost);
        var held = JoinTicket.Of(Context, clock.NowMs);
        if (held.Take(request.OperationId, clock.NowMs, out var waitMs) is not { } ticket)
            return new(null, new(GameErrorCode.TooFast, waitMs));
        var admission = await retry.CallAsync(() => grains.GetGrain<IJoinGate>(code).Enter(ticket), Context.ConnectionAborted);
        if (!admission.Admitted)
            return new(null, new(GameErrorCode.Queued, admission.WaitMs, admission.Place));
        held.Use();
        var face = FaceFrames.Allowed(request.Face, tokens.ReadFrames(request.FramePass));
        var network = AddressRate.Network(Context.GetHttpContext()!);
        return await joinLimiter.PassAsync(code, () => connections.SeatAsync(Context, code, (session, gateway) => session.Join(
            new(request.OperationId, request.Nickname, face, request.Team, gateway, network, request.Browser, carried?.Value))), Context.ConnectionAborted);
    }

    /// <summary>What the holder of a seat of an earlier game takes along; null without one.</summary>
    private async Task<Outcome<CarriedSeat>?> CarriedAsync(string? token)
    {
        if (token is null)
            return null;
        return tokens.ReadSeat(token) is var (code, sessionId, seat, issue)
            ? await retry.CallAsync(() => grains.GetGrain<IGameSessionGrain>(code).CarryOver(sessionId, seat, issue), Context.ConnectionAborted)
            : GameErrorCode.InvalidToken;
    }

    /// <inheritdoc/>
    public async Task<Reply<SeatWelcome>> Resume(ResumeRequest request)
    {
        using var activity = GatewayTelemetry.StartJoin();
        if (tokens.ReadSeat(request.SeatToken) is not var (code, sessionId, seat, issue))
            return Replies.Refuse<SeatWelcome>(GameErrorCode.InvalidToken);
        return await retry.CallAsync(() => grains.GetGrain<IGameSessionGrain>(code).CheckIssue(sessionId, seat, issue), Context.ConnectionAborted) is { } refusal
            ? Replies.Refuse<SeatWelcome>(refusal)
            : await joinLimiter.PassAsync(code, () => connections.ResumeAsync(Context, code, sessionId, seat, issue), Context.ConnectionAborted);
    }

    /// <inheritdoc/>
    public async Task<Reply<SeatWelcome>> TakeSeat(TakeSeatRequest request)
    {
        if (!JoinCode.TryParse(request.Code, out var code))
            return Replies.Refuse<SeatWelcome>(GameErrorCode.UnknownSession);
        if (request.OperationId == Guid.Empty || request.HandoverCode is null)
            return Replies.Refuse<SeatWelcome>(GameErrorCode.InvalidMessage);
        return await joinLimiter.PassAsync(code, () => connections.SeatAsync(Context, code, (session, gateway) => session.TakeSeat(
            new(request.OperationId, request.HandoverCode, gateway))), Context.ConnectionAborted);
    }

    /// <inheritdoc/>
    public async Task<Reply<Acknowledged>> Answer(AnswerRequest request)
    {
        var arrivedMs = clock.PreciseNowMs;
        if (GameConnections.SeatOf(Context) is not { } own)
            return Replies.Refuse<Acknowledged>(GameErrorCode.NotSeated);
        var stampMs = own.Relay.Time.NowMs;
        if (request.OperationId == Guid.Empty || request.Answer is null)
            return Replies.Refuse<Acknowledged>(GameErrorCode.InvalidMessage);
        using var activity = GatewayTelemetry.StartAnswer(own.Trace);
        var answer = SubmitAnswer.For(
            request.OperationId, own.Seat, request.Round, request.Answer, own.Stamp(request.OperationId, stampMs), own.LinkDelayMs, own.Issue) with
        {
            Stake = request.Stake,
        };
        var outcome = await own.Relay.Answers.SubmitAsync(answer);
        if (!GrainCallRetry.IsUndecided(outcome.Refusal))
            own.Decided(request.OperationId);
        if (outcome.Refusal == GameErrorCode.SeatHandedOver)
            await own.Relay.DismissAsync(own, ClosedReason.Replaced);
        GatewayTelemetry.RecordAnswer(clock.PreciseNowMs - arrivedMs);
        return Replies.From(outcome);
    }

    /// <inheritdoc/>
    public Task<Reply<Done>> UseHint(UseHintRequest request) => ForSeatAsync(
        request.OperationId, own => own.Relay.Session.UseHint(own.Relay.SessionId, new(request.OperationId, own.Seat, request.Round, own.Issue)));

    /// <inheritdoc/>
    public Task<Reply<Done>> UsePowerUp(UsePowerUpRequest request) => ForSeatAsync(
        request.OperationId,
        own => own.Relay.Session.UsePowerUp(own.Relay.SessionId, new(request.OperationId, own.Seat, request.Round, request.Kind, own.Issue)));

    /// <inheritdoc/>
    public async Task<Reply<Done>> ChangeFace(ChangeFaceRequest request)
    {
        if (GameConnections.SeatOf(Context) is not { } own)
            return Replies.Refuse<Done>(GameErrorCode.NotSeated);
        if (request.To is < 0 or >= GameLimits.Faces)
            return Replies.Refuse<Done>(GameErrorCode.OutOfRange);
        if (!own.Relay.FaceChanges.TryTake(own.Seat, out var waitMs))
            return new(null, new(GameErrorCode.TooFast, waitMs));
        var face = FaceFrames.Allowed(request.To, tokens.ReadFrames(request.FramePass)) ?? request.To;
        var command = new ChangeFace(own.Seat, request.From, face, own.Issue);
        return await RepliedAsync(own, session => session.ChangeFace(own.Relay.SessionId, command));
    }

    /// <inheritdoc/>
    public Task<Reply<Reacted>> React(ReactRequest request) => Task.FromResult(
        GameConnections.SeatOf(Context) is { } own ? own.Relay.Reactions.Take(own.Seat, request.Reaction) : Replies.Refuse<Reacted>(GameErrorCode.NotSeated));

    /// <inheritdoc/>
    public async Task<Reply<Done>> Next(NextRequest request)
    {
        if (GameConnections.SeatOf(Context) is not { } own)
            return Replies.Refuse<Done>(GameErrorCode.NotSeated);
        var command = new NextQuestion(own.Seat, request.Step, own.Issue);
        return await RepliedAsync(own, session => session.Next(own.Relay.SessionId, command));
    }

    /// <inheritdoc/>
    public async Task Pong(long nonce)
    {
        if (GameConnections.SeatOf(Context) is { } own && own.TakeRoundTrip(nonce) is { } roundTripMs)
            own.LinkDelayMs = await retry.CallAsync(() => own.Player.RecordRoundTrip(roundTripMs), Context.ConnectionAborted);
    }

    /// <inheritdoc/>
    public Task<Reply<ClockReading>> Clock() => Task.FromResult(new Reply<ClockReading>(new(
        (GameConnections.SeatOf(Context)?.Relay ?? GameConnections.HostOf(Context) ?? GameConnections.ScreenOf(Context))?.Time.PreciseNowMs ?? clock.PreciseNowMs), null));

    /// <inheritdoc/>
    public async Task<Reply<ScreenWelcome>> Watch(WatchRequest request) =>
        await screens.FindAsync(request.Token, Context.ConnectionAborted) is var (code, sessionId)
            ? await connections.BindScreenAsync(Context, Clients.Caller, request.Token, code, sessionId)
            : Replies.Refuse<ScreenWelcome>(GameErrorCode.InvalidToken);

    /// <inheritdoc/>
    public async Task<Reply<HostWelcome>> Attach(AttachRequest request)
    {
        if (tokens.ReadHost(request.HostKey) is not var (code, sessionId, signIn)
            || (signIn is { } browser && !await access.IsAllowedAsync(browser, sessionId, Context.ConnectionAborted)))
        {
            return Replies.Refuse<HostWelcome>(GameErrorCode.InvalidToken);
        }
        Context.Items[SignInItem] = signIn;
        var bound = await connections.BindHostAsync(Context, code, sessionId);
        sockets.Remove(Context.ConnectionId);
        if (signIn is { } held && bound.Value is not null)
            sockets.Add(new(Context.ConnectionId, held, sessionId, Closing(Context, Clients.Caller)));
        return bound;
    }

    /// <inheritdoc/>
    public async Task<Reply<Done>> Command(HostCommandRequest command)
    {
        if (await HostedAsync() is not { } relay)
            return Replies.Refuse<Done>(GameErrorCode.NotHost);
        if (command.OperationId == Guid.Empty || command.Action is null)
            return Replies.Refuse<Done>(GameErrorCode.InvalidMessage);
        // An answer that was here before the host closed the question counts, however long the queue is.
        await relay.Answers.WhenAnswered();
        var hostCommand = HostCommand.For(command.OperationId, command.Step, command.Action);
        return Replies.From(await retry.CallAsync(() => relay.Session.Command(relay.SessionId, hostCommand), Context.ConnectionAborted));
    }

    /// <inheritdoc/>
    public async Task<Reply<SeatHandover>> OfferSeat(OfferSeatRequest request) => await HostedAsync() is { } relay
        ? Replies.From(await retry.CallAsync(() => relay.Session.OfferSeat(relay.SessionId, request.Seat), Context.ConnectionAborted))
        : Replies.Refuse<SeatHandover>(GameErrorCode.NotHost);

    /// <summary>
    /// The game that the caller may host now. A key of an account ends with its sign-in and with being a co-host: what ended it may have
    /// happened on another gateway, which closes connections within seconds.
    /// </summary>
    private async Task<SessionRelay?> HostedAsync() =>
        GameConnections.HostOf(Context) is { } relay
        && (Context.Items[SignInItem] is not Guid signIn || await access.IsAllowedAsync(signIn, relay.SessionId, Context.ConnectionAborted))
            ? relay
            : null;

    private static Func<Task> Closing(HubCallerContext connection, IGameClient browser) => async () =>
    {
        await browser.Closed(new(ClosedReason.SignedOut, Reconnect: false));
        connection.Abort();
    };

    public override Task OnConnectedAsync()
    {
        GatewayTelemetry.Connected();
        drain.Add(Context);
        return base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        GatewayTelemetry.Disconnected();
        drain.Remove(Context);
        sockets.Remove(Context.ConnectionId);
        if (GameConnections.CodeOf(Context) is { } code)
            await joinLimiter.PassAsync(code, () => connections.UnbindAsync(Context));
        await base.OnDisconnectedAsync(exception);
    }

    /// <summary>A call for the seat of this connection, repeated with its operation id.</summary>
    private async Task<Reply<Done>> ForSeatAsync(Guid operationId, Func<SeatConnection, Task<Outcome<Done>>> call)
    {
        if (GameConnections.SeatOf(Context) is not { } own)
            return Replies.Refuse<Done>(GameErrorCode.NotSeated);
        if (operationId == Guid.Empty)
            return Replies.Refuse<Done>(GameErrorCode.InvalidMessage);
        return await RepliedAsync(own, _ => call(own));
    }

    /// <summary>A call that may be repeated. A connection whose seat another device has is dismissed.</summary>
    private async Task<Reply<Done>> RepliedAsync(SeatConnection own, Func<IGameSessionGrain, Task<Outcome<Done>>> call)
    {
        var outcome = await retry.CallAsync(() => call(own.Relay.Session), Context.ConnectionAborted);
        if (outcome.Refusal == GameErrorCode.SeatHandedOver)
            await own.Relay.DismissAsync(own, ClosedReason.Replaced);
        return Replies.From(outcome);
    }
}
