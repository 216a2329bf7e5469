using System.Reflection;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests;

/// <summary>
/// Every command in every place of a game. A cell holds the refusal (<c>!NotNow</c>), the events that follow, or <c>-</c> for accepted with
/// nothing to do. A host's accepted command always begins with <see cref="HostCommanded"/>, which the cells leave out.
/// </summary>
public sealed class MatrixTests
{
    private const string Running = """
                             | no game         | lobby      | getReady      | asking           | reveal           | standings        | finished
        Launch               | launched        | -          | -             | -                | -                | -                | -
        Launch another       | launched        | !CodeTaken | !CodeTaken    | !CodeTaken       | !CodeTaken       | !CodeTaken       | !CodeTaken
        Join                 | !UnknownSession | joined     | joined        | joined           | joined           | joined           | !SessionEnded
        Join again           | !UnknownSession | -          | -             | -                | -                | -                | -
        SubmitAnswer         | !UnknownSession | !TooEarly  | !TooEarly     | answered         | !TooLate         | !TooLate         | !SessionEnded
        SubmitAnswer again   | !UnknownSession | !TooEarly  | !TooEarly     | -                | -                | -                | -
        UseHint              | !UnknownSession | !TooEarly  | !TooEarly     | !NoHint          | !TooLate         | !TooLate         | !SessionEnded
        UseHint again        | !UnknownSession | !TooEarly  | !TooEarly     | !AlreadyAnswered | !AlreadyAnswered | !AlreadyAnswered | !AlreadyAnswered
        UsePowerUp           | !UnknownSession | !NoPowerUp | !NoPowerUp    | !NoPowerUp       | !NoPowerUp       | !NoPowerUp       | !NoPowerUp
        UsePowerUp again     | !UnknownSession | !NoPowerUp | !NoPowerUp    | !NoPowerUp       | !NoPowerUp       | !NoPowerUp       | !NoPowerUp
        HandOverSeat         | !UnknownSession | handedOver | handedOver    | handedOver       | handedOver       | handedOver       | !SessionEnded
        ChangeFace           | !UnknownSession | face       | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !SessionEnded
        ChangeFace again     | !UnknownSession | -          | -             | -                | -                | -                | -
        NextQuestion         | !UnknownSession | !NotNow    | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !NotNow
        Tick when due        | !UnknownSession | expiry     | asked         | closed           | expiry           | expiry           | -
        Tick before          | !UnknownSession | -          | -             | -                | -                | -                | -
        Tick of another step | !UnknownSession | -          | -             | -                | -                | -                | -
        EveryoneAnswered     | !UnknownSession | -          | -             | closed           | -                | -                | -
        EveryoneReturned     | !UnknownSession | -          | -             | -                | -                | -                | -
        HostPresence away    | !UnknownSession | -          | -             | -                | -                | -                | -
        HostPresence as is   | !UnknownSession | -          | -             | -                | -                | -                | -
        Recover              | !UnknownSession | -          | paused        | paused           | -                | -                | -
        Host Start           | !UnknownSession | getReady   | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !SessionEnded
        Host Advance         | !UnknownSession | !NotNow    | asked         | closed           | standings        | getReady         | !SessionEnded
        Host Advance earlier | !UnknownSession | !NotNow    | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !SessionEnded
        Host Skip            | !UnknownSession | !NotNow    | skip getReady | skip getReady    | !NotNow          | !NotNow          | !SessionEnded
        Host Extend          | !UnknownSession | !NotNow    | !NotNow       | extended         | !NotNow          | !NotNow          | !SessionEnded
        Host Extend earlier  | !UnknownSession | !NotNow    | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !SessionEnded
        Host Pause           | !UnknownSession | !NotNow    | paused        | paused           | paused           | paused           | !SessionEnded
        Host Resume          | !UnknownSession | -          | -             | -                | -                | -                | !SessionEnded
        Host Lock            | !UnknownSession | locked     | locked        | locked           | locked           | locked           | !SessionEnded
        Host Unlock          | !UnknownSession | -          | -             | -                | -                | -                | !SessionEnded
        Host AutoAdvanceOn   | !UnknownSession | pace       | pace          | pace             | pace             | pace             | !SessionEnded
        Host AutoAdvanceOff  | !UnknownSession | -          | -             | -                | -                | -                | !SessionEnded
        Host Kick            | !UnknownSession | kicked     | kicked        | kicked           | kicked           | kicked           | !SessionEnded
        Host Rename          | !UnknownSession | renamed    | renamed       | renamed          | renamed          | renamed          | !SessionEnded
        Host Approve         | !UnknownSession | -          | -             | -                | -                | -                | !SessionEnded
        Host ApproveAll      | !UnknownSession | -          | -             | -                | -                | -                | !SessionEnded
        Host GrantTime       | !UnknownSession | time       | time          | time             | time             | time             | !SessionEnded
        Host MoveToTeam      | !UnknownSession | !NotNow    | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !SessionEnded
        Host UndoSkip        | !UnknownSession | !NotNow    | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !SessionEnded
        Host KeepOpen        | !UnknownSession | -          | -             | -                | -                | -                | !SessionEnded
        Host RemoveAbsent    | !UnknownSession | kicked     | kicked        | kicked           | kicked           | kicked           | !SessionEnded
        Host RemoveUnapproved| !UnknownSession | -          | -             | -                | -                | -                | !SessionEnded
        Host AcceptAnswer    | !UnknownSession | !NotNow    | !NotNow       | !NotNow          | !NotNow          | !NotNow          | !SessionEnded
        Host End             | !UnknownSession | finished   | finished      | finished         | finished         | finished         | !SessionEnded
        """;

    private const string Elsewhere = """
                             | reveal auto      | reveal last | standings auto   | getReady paused | asking paused    | asking recovering | reveal paused    | standings paused
        Launch               | -                | -           | -                | -               | -                | -                 | -                | -
        Launch another       | !CodeTaken       | !CodeTaken  | !CodeTaken       | !CodeTaken      | !CodeTaken       | !CodeTaken        | !CodeTaken       | !CodeTaken
        Join                 | joined           | joined      | joined           | joined          | joined           | joined            | joined           | joined
        Join again           | -                | -           | -                | -               | -                | -                 | -                | -
        SubmitAnswer         | !TooLate         | !TooLate    | !TooLate         | !TooEarly       | !Paused          | !Paused           | !TooLate         | !TooLate
        SubmitAnswer again   | -                | !TooLate    | -                | !TooEarly       | -                | -                 | -                | -
        UseHint              | !TooLate         | !TooLate    | !TooLate         | !TooEarly       | !Paused          | !Paused           | !TooLate         | !TooLate
        UseHint again        | !AlreadyAnswered | !TooLate    | !AlreadyAnswered | !TooEarly       | !AlreadyAnswered | !AlreadyAnswered  | !AlreadyAnswered | !AlreadyAnswered
        UsePowerUp           | !NoPowerUp       | !NoPowerUp  | !NoPowerUp       | !NoPowerUp      | !NoPowerUp       | !NoPowerUp        | !NoPowerUp       | !NoPowerUp
        UsePowerUp again     | !NoPowerUp       | !NoPowerUp  | !NoPowerUp       | !NoPowerUp      | !NoPowerUp       | !NoPowerUp        | !NoPowerUp       | !NoPowerUp
        HandOverSeat         | handedOver       | handedOver  | handedOver       | handedOver      | handedOver       | handedOver        | handedOver       | handedOver
        ChangeFace           | !NotNow          | !NotNow     | !NotNow          | !NotNow         | !NotNow          | !NotNow           | !NotNow          | !NotNow
        ChangeFace again     | -                | -           | -                | -               | -                | -                 | -                | -
        NextQuestion         | !NotNow          | !NotNow     | !NotNow          | !NotNow         | !NotNow          | !NotNow           | !NotNow          | !NotNow
        Tick when due        | standings        | expiry      | getReady         | expiry          | expiry           | resumed           | expiry           | expiry
        Tick before          | -                | -           | -                | -               | -                | -                 | -                | -
        Tick of another step | -                | -           | -                | -               | -                | -                 | -                | -
        EveryoneAnswered     | -                | -           | -                | -               | -                | -                 | -                | -
        EveryoneReturned     | -                | -           | -                | -               | -                | paused            | -                | -
        HostPresence away    | -                | -           | -                | -               | -                | -                 | -                | -
        HostPresence as is   | -                | -           | -                | -               | -                | -                 | -                | -
        Recover              | paused           | -           | paused           | -               | -                | paused            | -                | -
        Host Start           | !NotNow          | !NotNow     | !NotNow          | !Paused         | !Paused          | !Paused           | !Paused          | !Paused
        Host Advance         | standings        | finished    | getReady         | !Paused         | !Paused          | !Paused           | !Paused          | !Paused
        Host Advance earlier | !NotNow          | !NotNow     | !NotNow          | !NotNow         | !NotNow          | !NotNow           | !NotNow          | !NotNow
        Host Skip            | !NotNow          | !NotNow     | !NotNow          | !Paused         | !Paused          | !Paused           | !Paused          | !Paused
        Host Extend          | !NotNow          | !NotNow     | !NotNow          | !NotNow         | extended         | extended          | !NotNow          | !NotNow
        Host Extend earlier  | !NotNow          | !NotNow     | !NotNow          | !NotNow         | !NotNow          | !NotNow           | !NotNow          | !NotNow
        Host Pause           | paused           | paused      | paused           | -               | -                | paused            | -                | -
        Host Resume          | -                | -           | -                | resumed         | resumed          | resumed           | resumed          | resumed
        Host Lock            | locked           | locked      | locked           | locked          | locked           | locked            | locked           | locked
        Host Unlock          | -                | -           | -                | -               | -                | -                 | -                | -
        Host AutoAdvanceOn   | -                | pace        | -                | pace            | pace             | pace              | pace             | pace
        Host AutoAdvanceOff  | pace             | -           | pace             | -               | -                | -                 | -                | -
        Host Kick            | kicked           | kicked      | kicked           | kicked          | kicked           | kicked            | kicked           | kicked
        Host Rename          | renamed          | renamed     | renamed          | renamed         | renamed          | renamed           | renamed          | renamed
        Host Approve         | -                | -           | -                | -               | -                | -                 | -                | -
        Host ApproveAll      | -                | -           | -                | -               | -                | -                 | -                | -
        Host GrantTime       | time             | time        | time             | time            | time             | time              | time             | time
        Host MoveToTeam      | !NotNow          | !NotNow     | !NotNow          | !NotNow         | !NotNow          | !NotNow           | !NotNow          | !NotNow
        Host UndoSkip        | !NotNow          | !NotNow     | !NotNow          | !NotNow         | !NotNow          | !NotNow           | !NotNow          | !NotNow
        Host KeepOpen        | -                | -           | -                | -               | -                | -                 | -                | -
        Host RemoveAbsent    | kicked           | kicked      | kicked           | kicked          | kicked           | kicked            | kicked           | kicked
        Host RemoveUnapproved| -                | -           | -                | -               | -                | -                 | -                | -
        Host AcceptAnswer    | !NotNow          | !NotNow     | !NotNow          | !NotNow         | !NotNow          | !NotNow           | !NotNow          | !NotNow
        Host End             | finished         | finished    | finished         | finished        | finished         | finished          | finished         | finished
        """;

    private const string Special = """
                             | getReady skipped | getReady skipped paused | standings skipped | lobby expiring | asking continuing | reveal continuing | reveal paused continuing | asking begun | reveal typed     | asking hint   | asking hint paused
        Launch               | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Launch another       | !CodeTaken       | !CodeTaken              | !CodeTaken        | !CodeTaken     | !CodeTaken        | !CodeTaken        | !CodeTaken               | !CodeTaken   | !CodeTaken       | !CodeTaken    | !CodeTaken
        Join                 | joined           | joined                  | joined            | joined         | joined            | joined            | joined                   | joined       | joined           | joined        | joined
        Join again           | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        SubmitAnswer         | !TooLate         | !TooLate                | !TooLate          | !TooEarly      | answered          | !TooLate          | !TooLate                 | !TooEarly    | !TooLate         | answered      | !Paused
        SubmitAnswer again   | -                | -                       | !TooLate          | !TooEarly      | -                 | -                 | -                        | !TooEarly    | -                | -             | -
        UseHint              | !TooLate         | !TooLate                | !TooLate          | !TooEarly      | !NoHint           | !TooLate          | !TooLate                 | !NoHint      | !TooLate         | hint          | !Paused
        UseHint again        | !TooLate         | !TooLate                | !TooLate          | !TooEarly      | !AlreadyAnswered  | !AlreadyAnswered  | !AlreadyAnswered         | !NoHint      | !AlreadyAnswered | -             | -
        UsePowerUp           | !NoPowerUp       | !NoPowerUp              | !NoPowerUp        | !NoPowerUp     | !NoPowerUp        | !NoPowerUp        | !NoPowerUp               | !NoPowerUp   | !NoPowerUp       | !NoPowerUp    | !NoPowerUp
        UsePowerUp again     | !NoPowerUp       | !NoPowerUp              | !NoPowerUp        | !NoPowerUp     | !NoPowerUp        | !NoPowerUp        | !NoPowerUp               | !NoPowerUp   | !NoPowerUp       | !NoPowerUp    | !NoPowerUp
        HandOverSeat         | handedOver       | handedOver              | handedOver        | handedOver     | handedOver        | handedOver        | handedOver               | handedOver   | handedOver       | handedOver    | handedOver
        ChangeFace           | !NotNow          | !NotNow                 | !NotNow           | face           | !NotNow           | !NotNow           | !NotNow                  | !NotNow      | !NotNow          | !NotNow       | !NotNow
        ChangeFace again     | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        NextQuestion         | !NotNow          | !NotNow                 | !NotNow           | !NotNow        | !NotNow           | !NotNow           | !NotNow                  | !NotNow      | !NotNow          | !NotNow       | !NotNow
        Tick when due        | asked            | expiry                  | finished          | finished       | closed            | expiry            | expiry                   | closed       | expiry           | closed        | expiry
        Tick before          | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Tick of another step | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        EveryoneAnswered     | -                | -                       | -                 | -              | closed            | -                 | -                        | -            | -                | closed        | -
        EveryoneReturned     | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        HostPresence away    | -                | -                       | -                 | -              | pace              | pace              | pace                     | -            | -                | -             | -
        HostPresence as is   | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Recover              | paused           | -                       | paused            | -              | paused            | -                 | -                        | paused       | -                | paused        | -
        Host Start           | !NotNow          | !Paused                 | !NotNow           | getReady       | !NotNow           | !NotNow           | !Paused                  | !NotNow      | !NotNow          | !NotNow       | !Paused
        Host Advance         | asked            | !Paused                 | finished          | !NotNow        | closed            | standings         | !Paused                  | !TooSoon     | standings        | closed        | !Paused
        Host Advance earlier | !NotNow          | !NotNow                 | !NotNow           | !NotNow        | !NotNow           | !NotNow           | !NotNow                  | !NotNow      | !NotNow          | !NotNow       | !NotNow
        Host Skip            | skip getReady    | !Paused                 | !NotNow           | !NotNow        | skip getReady     | !NotNow           | !Paused                  | !TooSoon     | !NotNow          | skip getReady | !Paused
        Host Extend          | !NotNow          | !NotNow                 | !NotNow           | !NotNow        | extended          | !NotNow           | !NotNow                  | extended     | !NotNow          | extended      | extended
        Host Extend earlier  | !NotNow          | !NotNow                 | !NotNow           | !NotNow        | !NotNow           | !NotNow           | !NotNow                  | !NotNow      | !NotNow          | !NotNow       | !NotNow
        Host Pause           | paused           | -                       | paused            | !NotNow        | paused            | paused            | -                        | paused       | paused           | paused        | -
        Host Resume          | -                | resumed                 | -                 | -              | -                 | -                 | resumed                  | -            | -                | -             | resumed
        Host Lock            | locked           | locked                  | locked            | locked         | locked            | locked            | locked                   | locked       | locked           | locked        | locked
        Host Unlock          | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Host AutoAdvanceOn   | pace             | pace                    | pace              | pace           | pace              | pace              | pace                     | pace         | pace             | pace          | pace
        Host AutoAdvanceOff  | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Host Kick            | kicked           | kicked                  | kicked            | kicked         | kicked            | kicked            | kicked                   | kicked       | kicked           | kicked        | kicked
        Host Rename          | renamed          | renamed                 | renamed           | renamed        | renamed           | renamed           | renamed                  | renamed      | renamed          | renamed       | renamed
        Host Approve         | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Host ApproveAll      | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Host GrantTime       | time             | time                    | time              | time           | time              | time              | time                     | time         | time             | time          | time
        Host MoveToTeam      | !NotNow          | !NotNow                 | !NotNow           | !NotNow        | !NotNow           | !NotNow           | !NotNow                  | !NotNow      | !NotNow          | !NotNow       | !NotNow
        Host UndoSkip        | undone           | undone                  | undone            | !NotNow        | !NotNow           | !NotNow           | !NotNow                  | !NotNow      | !NotNow          | !NotNow       | !NotNow
        Host KeepOpen        | -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Host RemoveAbsent    | kicked           | kicked                  | kicked            | kicked         | kicked            | kicked            | kicked                   | kicked       | kicked           | kicked        | kicked
        Host RemoveUnapproved| -                | -                       | -                 | -              | -                 | -                 | -                        | -            | -                | -             | -
        Host AcceptAnswer    | !NotNow          | !NotNow                 | !NotNow           | !NotNow        | !NotNow           | !NotNow           | !NotNow                  | !NotNow      | accepted         | !NotNow       | !NotNow
        Host End             | finished         | finished                | finished          | finished       | finished          | finished          | finished                 | finished     | finished         | finished      | finished
        """;

    private const string Alone = """
                             | alone lobby  | alone asking    | alone asking paused | alone reveal | alone reveal last | alone unseeing        | alone timed out | alone practising
        Launch               | -            | -               | -                   | -            | -                 | -                     | -               | -
        Launch another       | !CodeTaken   | !CodeTaken      | !CodeTaken          | !CodeTaken   | !CodeTaken        | !CodeTaken            | !CodeTaken      | !CodeTaken
        Join                 | !SessionFull | !SessionFull    | !SessionFull        | !SessionFull | !SessionFull      | !SessionFull          | !SessionFull    | !SessionFull
        Join again           | -            | -               | -                   | -            | -                 | -                     | -               | -
        SubmitAnswer         | !TooEarly    | answered closed | !Paused             | !TooLate     | !TooLate          | answered closed asked | !TooLate        | answered closed
        SubmitAnswer again   | !UnknownSeat | !UnknownSeat    | !UnknownSeat        | !UnknownSeat | !UnknownSeat      | !UnknownSeat          | !UnknownSeat    | !UnknownSeat
        UseHint              | !TooEarly    | !NoHint         | !Paused             | !TooLate     | !TooLate          | !NoHint               | !TooLate        | !NoHint
        UseHint again        | !UnknownSeat | !UnknownSeat    | !UnknownSeat        | !UnknownSeat | !UnknownSeat      | !UnknownSeat          | !UnknownSeat    | !UnknownSeat
        UsePowerUp           | !NoPowerUp   | !NoPowerUp      | !NoPowerUp          | !NoPowerUp   | !NoPowerUp        | !NoPowerUp            | !NoPowerUp      | !NoPowerUp
        UsePowerUp again     | !UnknownSeat | !UnknownSeat    | !UnknownSeat        | !UnknownSeat | !UnknownSeat      | !UnknownSeat          | !UnknownSeat    | !UnknownSeat
        HandOverSeat         | handedOver   | handedOver      | handedOver          | handedOver   | handedOver        | handedOver            | handedOver      | handedOver
        ChangeFace           | face         | !NotNow         | !NotNow             | !NotNow      | !NotNow           | !NotNow               | !NotNow         | !NotNow
        ChangeFace again     | -            | -               | -                   | -            | -                 | -                     | -               | -
        NextQuestion         | asked        | !NotNow         | !Paused             | asked        | finished          | !NotNow               | asked           | !NotNow
        Tick when due        | -            | closed          | resumed             | -            | -                 | -                     | -               | closed repeated
        Tick before          | -            | -               | -                   | -            | -                 | -                     | -               | -
        Tick of another step | -            | -               | -                   | -            | -                 | -                     | -               | -
        EveryoneAnswered     | -            | -               | -                   | -            | -                 | -                     | -               | -
        EveryoneReturned     | -            | -               | paused              | -            | -                 | -                     | -               | -
        HostPresence away    | -            | -               | -                   | -            | -                 | -                     | -               | -
        HostPresence as is   | -            | -               | -                   | -            | -                 | -                     | -               | -
        Recover              | -            | paused          | paused              | -            | -                 | -                     | -               | paused
        Host Start           | getReady     | !NotNow         | !Paused             | !NotNow      | !NotNow           | !NotNow               | !NotNow         | !NotNow
        Host Advance         | !NotNow      | closed          | !Paused             | asked        | finished          | closed standings      | asked           | closed repeated
        Host Advance earlier | !NotNow      | !NotNow         | !NotNow             | !NotNow      | !NotNow           | !NotNow               | !NotNow         | !NotNow
        Host Skip            | !NotNow      | skip getReady   | !Paused             | !NotNow      | !NotNow           | skip getReady         | !NotNow         | skip getReady
        Host Extend          | !NotNow      | extended        | extended            | !NotNow      | !NotNow           | extended              | !NotNow         | extended
        Host Extend earlier  | !NotNow      | !NotNow         | !NotNow             | !NotNow      | !NotNow           | !NotNow               | !NotNow         | !NotNow
        Host Pause           | !NotNow      | paused          | paused              | paused       | paused            | paused                | paused          | paused
        Host Resume          | -            | -               | resumed             | -            | -                 | -                     | -               | -
        Host Lock            | locked       | locked          | locked              | locked       | locked            | locked                | locked          | locked
        Host Unlock          | -            | -               | -                   | -            | -                 | -                     | -               | -
        Host AutoAdvanceOn   | pace         | pace            | pace                | pace         | pace              | pace                  | pace            | pace
        Host AutoAdvanceOff  | -            | -               | -                   | -            | -                 | -                     | -               | -
        Host Kick            | kicked       | kicked          | kicked              | kicked       | kicked            | kicked                | kicked          | kicked
        Host Rename          | renamed      | renamed         | renamed             | renamed      | renamed           | renamed               | renamed         | renamed
        Host Approve         | -            | -               | -                   | -            | -                 | -                     | -               | -
        Host ApproveAll      | -            | -               | -                   | -            | -                 | -                     | -               | -
        Host GrantTime       | time         | time            | time                | time         | time              | time                  | time            | time
        Host MoveToTeam      | !NotNow      | !NotNow         | !NotNow             | !NotNow      | !NotNow           | !NotNow               | !NotNow         | !NotNow
        Host UndoSkip        | !NotNow      | !NotNow         | !NotNow             | !NotNow      | !NotNow           | !NotNow               | !NotNow         | !NotNow
        Host KeepOpen        | -            | -               | -                   | -            | -                 | -                     | -               | -
        Host RemoveAbsent    | kicked       | kicked          | kicked              | kicked       | kicked            | kicked                | kicked          | kicked
        Host RemoveUnapproved| -            | -               | -                   | -            | -                 | -                     | -               | -
        Host AcceptAnswer    | !NotNow      | !NotNow         | !NotNow             | !NotNow      | !NotNow           | !NotNow               | !NotNow         | !NotNow
        Host End             | finished     | finished        | finished            | finished     | finished          | finished              | finished        | finished
        """;

    private const string Powered = """
                             | asking powerUp   | asking powerUp paused | reveal powerUp   | getReady powerUp skipped
        Launch               | -                | -                     | -                | -
        Launch another       | !CodeTaken       | !CodeTaken            | !CodeTaken       | !CodeTaken
        Join                 | joined           | joined                | joined           | joined
        Join again           | -                | -                     | -                | -
        SubmitAnswer         | answered         | !Paused               | !TooLate         | !TooLate
        SubmitAnswer again   | -                | -                     | -                | -
        UseHint              | !NoHint          | !Paused               | !TooLate         | !TooLate
        UseHint again        | !AlreadyAnswered | !AlreadyAnswered      | !AlreadyAnswered | !TooLate
        UsePowerUp           | powerUp          | !Paused               | !TooLate         | !TooLate
        UsePowerUp again     | -                | -                     | -                | -
        HandOverSeat         | handedOver       | handedOver            | handedOver       | handedOver
        ChangeFace           | !NotNow          | !NotNow               | !NotNow          | !NotNow
        ChangeFace again     | -                | -                     | -                | -
        NextQuestion         | !NotNow          | !NotNow               | !NotNow          | !NotNow
        Tick when due        | closed           | expiry                | expiry           | asked
        Tick before          | -                | -                     | -                | -
        Tick of another step | -                | -                     | -                | -
        EveryoneAnswered     | closed           | -                     | -                | -
        EveryoneReturned     | -                | -                     | -                | -
        HostPresence away    | -                | -                     | -                | -
        HostPresence as is   | -                | -                     | -                | -
        Recover              | paused           | -                     | -                | paused
        Host Start           | !NotNow          | !Paused               | !NotNow          | !NotNow
        Host Advance         | closed           | !Paused               | standings        | asked
        Host Advance earlier | !NotNow          | !NotNow               | !NotNow          | !NotNow
        Host Skip            | skip getReady    | !Paused               | !NotNow          | skip getReady
        Host Extend          | extended         | extended              | !NotNow          | !NotNow
        Host Extend earlier  | !NotNow          | !NotNow               | !NotNow          | !NotNow
        Host Pause           | paused           | -                     | paused           | paused
        Host Resume          | -                | resumed               | -                | -
        Host Lock            | locked           | locked                | locked           | locked
        Host Unlock          | -                | -                     | -                | -
        Host AutoAdvanceOn   | pace             | pace                  | pace             | pace
        Host AutoAdvanceOff  | -                | -                     | -                | -
        Host Kick            | kicked           | kicked                | kicked           | kicked
        Host Rename          | renamed          | renamed               | renamed          | renamed
        Host Approve         | -                | -                     | -                | -
        Host ApproveAll      | -                | -                     | -                | -
        Host GrantTime       | time             | time                  | time             | time
        Host MoveToTeam      | !NotNow          | !NotNow               | !NotNow          | !NotNow
        Host UndoSkip        | !NotNow          | !NotNow               | !NotNow          | undone
        Host KeepOpen        | -                | -                     | -                | -
        Host RemoveAbsent    | kicked           | kicked                | kicked           | kicked
        Host RemoveUnapproved| -                | -                     | -                | -
        Host AcceptAnswer    | !NotNow          | !NotNow               | !NotNow          | !NotNow
        Host End             | finished         | finished              | finished         | finished
        """;

    private static readonly (string Place, string Command, string Cell)[] Cells = [.. Read(Running), .. Read(Elsewhere), .. Read(Special), .. Read(Powered), .. Read(Alone)];

    public static TheoryData<string, string, string> Matrix
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (place, command, cell) in Cells)
                rows.Add(place, command, cell);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    [Asvs("2.3.1")]
    public void In_every_place_every_command_has_its_outcome(string place, string command, string cell)
    {
        var game = Situations.Named(place);
        var (asked, at) = Command(command, game);
        var outcome = game.When(asked, at);
        var events = outcome.Events.ToArray();
        if (asked is GameCommand.Host && outcome.Decision is Decision.Accepted)
        {
            Assert.IsType<HostCommanded>(events[0]);
            events = events[1..];
        }
        Assert.Equal(cell, outcome.Decision is Decision.Refused refused ? $"!{refused.Code}" : Words(events));
        if (asked is GameCommand.Host host && game.Game is { } state && host.Step == state.Step && cell != $"!{GameErrorCode.TooSoon}")
            Assert.Equal(cell[0] != '!', Decider.PossibleActions(state).Contains(host.Action.Kind));
    }

    [Fact]
    public void No_cell_is_empty_and_all_tables_have_the_same_rows()
    {
        Assert.All(Cells, cell => Assert.NotEmpty(cell.Cell));
        var rows = Cells.Select(cell => cell.Command).Distinct().ToArray();
        Assert.All(Situations.Names, place => Assert.Equal(rows, Cells.Where(cell => cell.Place == place).Select(cell => cell.Command)));
    }

    [Fact]
    public void Every_command_and_every_host_action_has_a_row()
    {
        var rows = Cells.Select(cell => cell.Command).Distinct().ToArray();
        Assert.All(Family<GameCommand>(), command => Assert.Contains(rows, row => row.Split(' ')[0] == command));
        Assert.All(Enum.GetNames<HostActionKind>(), action => Assert.Contains($"Host {action}", rows));
    }

    [Fact]
    public void Every_phase_has_a_column_and_those_that_can_be_paused_have_one_for_that()
    {
        var games = Cells.Select(cell => cell.Place).Distinct().Select(place => Situations.Named(place).Game).ToArray();
        Assert.Single(games, game => game is null);
        Assert.Equal(Family<Phase>(), Columns(game => game.Pause is null));
        Assert.Equal(Family<Phase>().Except(["Lobby", "Finished"]), Columns(game => game.Pause is not null));

        IEnumerable<string> Columns(Func<GameState, bool> wanted) =>
            games.OfType<GameState>().Where(wanted).Select(game => game.Phase.GetType().Name).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Every_event_has_a_word()
    {
        var family = typeof(GameEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(GameEvent)).ToArray();
        Assert.NotEmpty(family);
        Assert.All(family, type => Assert.NotEmpty(Word(type)));
    }

    [Fact]
    public void A_missing_command_is_an_invalid_message() =>
        Situations.Named("lobby").When(null!, at: 0).Then(GameErrorCode.InvalidMessage);

    /// <summary>The command of a row, and when it is sent: soon after something last happened, or when a tick is due.</summary>
    private static (GameCommand Command, long AtMs) Command(string row, Situation game)
    {
        var now = (game.Game?.LastActiveAtMs ?? 0) + (game == Situations.Named("asking begun") ? GameLimits.RepeatGuardMs - 1 : 2_600);
        var step = game.Game?.Step ?? 0;
        var round = game.Game?.Phase is Phase.Revealing revealing ? revealing.Round : 0;
        var due = game.Game is { } state ? Decider.NextDeadline(state) ?? now : now;
        return row.Split(' ') switch
        {
            ["Launch"] => (Launch(), now),
            ["Launch", "another"] => (Launch(sessionId: Operation(5)), now),
            ["Join"] => (Join("Zoe"), now),
            ["Join", "again"] => (Join("Ann", operation: 1), now),
            ["SubmitAnswer"] => (Answer(0, round: round, stamp: now), now),
            ["SubmitAnswer", "again"] => (Answer(1, round: round, stamp: now), now),
            ["UseHint"] => (UseHint(0, round), now),
            ["UseHint", "again"] => (UseHint(1, round), now),
            ["UsePowerUp"] => (UsePowerUp(0, PowerUpKind.DoublePoints, round, operation: 67), now),
            ["UsePowerUp", "again"] => (UsePowerUp(1, PowerUpKind.SecondChance, round), now),
            ["HandOverSeat"] => (HandOver(0), now),
            ["ChangeFace"] => (new GameCommand.ChangeFace(0, From: 0, To: 7), now),
            ["ChangeFace", "again"] => (new GameCommand.ChangeFace(0, From: 9, To: 7), now),
            ["NextQuestion"] => (Next(step), now),
            ["Tick", "when", "due"] => (Tick(step), due),
            ["Tick", "before"] => (Tick(step), due - 1),
            ["Tick", "of", ..] => (Tick(step - 1), due),
            ["EveryoneAnswered"] => (EveryoneAnswered(step), now),
            ["EveryoneReturned"] => (EveryoneReturned(), now - 2_000),
            ["HostPresence", "away"] => (HostAway(), now),
            ["HostPresence", ..] => (HostAway(false), now),
            ["Recover"] => (Recover(now - 1_000), now),
            ["Host", var kind, .. var when] => (
                new GameCommand.Host(Operation(99), when is [] ? step : step - 1, HostActions.Of(Enum.Parse<HostActionKind>(kind))), now),
            _ => throw new InvalidOperationException($"No command is known for the row '{row}'."),
        };
    }

    private static string Words(GameEvent[] events) => events is [] ? "-" : string.Join(' ', events.Select(one => Word(one.GetType())));

    private static string Word(Type happened) => happened.Name switch
    {
        nameof(SessionLaunched) => "launched",
        nameof(PlayerJoined) => "joined",
        nameof(PlayerKicked) => "kicked",
        nameof(PlayerRenamed) => "renamed",
        nameof(FaceChanged) => "face",
        nameof(NamesApproved) => "approved",
        nameof(SeatHandedOver) => "handedOver",
        nameof(TimeGranted) => "time",
        nameof(PlayerMoved) => "moved",
        nameof(HostCommanded) => "commanded",
        nameof(LockChanged) => "locked",
        nameof(PaceChanged) => "pace",
        nameof(GetReadyShown) => "getReady",
        nameof(QuestionAsked) => "asked",
        nameof(AnswerAccepted) => "answered",
        nameof(HintUsed) => "hint",
        nameof(PowerUpUsed) => "powerUp",
        nameof(PowerUpsEarned) => "earned",
        nameof(SecondAnswerAccepted) => "answeredAgain",
        nameof(QuestionExtended) => "extended",
        nameof(OvertimeBegun) => "overtime",
        nameof(GamePaused) => "paused",
        nameof(GameResumed) => "resumed",
        nameof(QuestionClosed) => "closed",
        nameof(TextAccepted) => "accepted",
        nameof(QuestionRepeated) => "repeated",
        nameof(QuestionSkipped) => "skip",
        nameof(SkipUndone) => "undone",
        nameof(StandingsShown) => "standings",
        nameof(ExpiryAnnounced) => "expiry",
        nameof(SessionFinished) => "finished",
        _ => throw new InvalidOperationException($"{happened.Name} has no word."),
    };

    private static IEnumerable<(string Place, string Command, string Cell)> Read(string table)
    {
        var lines = table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToArray();
        return from row in lines[1..]
               from column in Enumerable.Range(1, lines[0].Length - 1)
               select (lines[0][column], row[0], row[column]);
    }

    private static IEnumerable<string> Family<T>() =>
        typeof(T).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(T)))
            .Select(type => type.Name).Order(StringComparer.Ordinal);
}
