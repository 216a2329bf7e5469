using System.Reflection;

namespace Arena.Runtime;

/// <summary>Walks one call through the filters of its activation.</summary>
internal sealed class IncomingGrainCallContext(GrainCall call, Activation activation) : IIncomingGrainCallContext
{
    private int _position;

    public IInvokable Request => call;

    public object Grain => activation.Instance;

    public GrainId? SourceId => call.Sender?.GrainId;

    public GrainId TargetId => activation.GrainId;

    public string InterfaceName => call.Method.InterfaceName;

    public string MethodName => call.Method.Name;

    public MethodInfo InterfaceMethod => call.Method.GetMethodInfo();

    public object? Result
    {
        get => call.Result;
        set => call.Result = value;
    }

    public IGrainContext TargetContext => activation;

    public async Task Invoke()
    {
        var position = _position++;
        try
        {
            if (position < activation.Filters.Count) await activation.Filters[position].Invoke(this);
            else await call.InvokeOn(activation.Instance);
        }
        finally
        {
            // A filter may make the call again: the position is where that filter stands.
            _position = position;
        }
    }
}
