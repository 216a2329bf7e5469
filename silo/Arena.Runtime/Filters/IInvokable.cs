using System.Reflection;

namespace Arena.Runtime;

/// <summary>A call as a value: which method, with which arguments.</summary>
public interface IInvokable
{
    /// <summary>Counts the arguments.</summary>
    /// <returns>Their number.</returns>
    int GetArgumentCount();

    /// <summary>Reads an argument.</summary>
    /// <param name="index">Its position, from 0.</param>
    /// <returns>The argument.</returns>
    object? GetArgument(int index);

    /// <summary>Replaces an argument.</summary>
    /// <param name="index">Its position, from 0.</param>
    /// <param name="value">A value of the parameter's type.</param>
    void SetArgument(int index, object value);

    /// <summary>Reads the name of the method.</summary>
    /// <returns>The name.</returns>
    string GetMethodName();

    /// <summary>Reads the stable name of the interface.</summary>
    /// <returns>The name.</returns>
    string GetInterfaceName();

    /// <summary>Reads what a trace calls the call.</summary>
    /// <returns>The name.</returns>
    string GetActivityName();

    /// <summary>Finds the method by reflection.</summary>
    /// <returns>The method of the interface.</returns>
    MethodInfo GetMethod();

    /// <summary>Reads the interface.</summary>
    /// <returns>The interface.</returns>
    Type GetInterfaceType();
}
