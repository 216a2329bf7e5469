using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using static Arena.Storage.Tests.PowerCut.SqliteNative;

namespace Arena.Storage.Tests.PowerCut;

/// <summary>
/// Puts itself in front of SQLite's own file system, for the whole process. Files in the folder of a <see cref="SimulatedDisk"/> report to it
/// every write, truncation and sync; what they hold is still kept by the real file system, but nothing is really synced. All other
/// files are opened as ever and never pass here again.
/// </summary>
/// <remarks>
/// It copies the table of functions of the real file system, and the one of each kind of file, and replaces only what changes a file. SQLite
/// calls back on the thread that runs the statement; an exception must not leave these functions, and none does unless memory is gone.
/// </remarks>
internal static unsafe class SimulatedFileSystem
{
    private static readonly ConcurrentDictionary<string, SimulatedDisk> Disks = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<nint, Opened> Files = [];
    private static readonly ConcurrentDictionary<nint, nint> Replaced = [];
    private static readonly Vfs* Real = Register();

    /// <summary>From now on the database files of this folder are on the disk.</summary>
    public static void Mount(string folder, SimulatedDisk disk)
    {
        // Touches the registration, which happens once.
        if (Real is null)
            throw new InvalidOperationException("SQLite has no file system.");
        Disks[folder] = disk;
    }

    public static void Unmount(string folder) => Disks.TryRemove(folder, out _);

    private static Vfs* Register()
    {
        // Loads the library.
        using (var any = new SqliteConnection("Data Source=:memory:"))
            any.Open();
        var real = FindVfs(null);
        var ours = (Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Vfs));
        *ours = *real;
        ours->Next = null;
        ours->Name = (byte*)Marshal.StringToCoTaskMemUTF8("arena-simulated");
        ours->Open = &Open;
        ours->Delete = &Delete;
        return RegisterVfs(ours, makeDefault: 1) == Ok ? real : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, FileHandle* file, int flags, int* outFlags)
    {
        var result = Real->Open(Real, name, file, flags, outFlags);
        if (result == Ok && name is not null && Marshal.PtrToStringUTF8((nint)name) is { } path
            && Path.GetDirectoryName(path) is { } folder && Disks.TryGetValue(folder, out var disk))
        {
            Files[(nint)file] = new(disk, Path.GetFileName(path), (nint)file->Methods);
            file->Methods = (Methods*)Replaced.GetOrAdd((nint)file->Methods, Replace);
        }
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(Vfs* vfs, byte* name, int syncFolder)
    {
        var path = Marshal.PtrToStringUTF8((nint)name)!;
        if (Disks.TryGetValue(Path.GetDirectoryName(path)!, out var disk))
            disk.Delete(Path.GetFileName(path));
        return Real->Delete(Real, name, syncFolder);
    }

    private static nint Replace(nint methods)
    {
        var ours = (Methods*)NativeMemory.AllocZeroed((nuint)sizeof(Methods));
        *ours = *(Methods*)methods;
        ours->Close = &Close;
        ours->Write = &Write;
        ours->Truncate = &Truncate;
        ours->Sync = &Sync;
        return (nint)ours;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(FileHandle* file)
    {
        Files.TryRemove((nint)file, out var opened);
        return opened!.Methods->Close(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(FileHandle* file, byte* bytes, int count, long offset)
    {
        var opened = Files[(nint)file];
        return opened.Disk.Write(opened.Name, new(bytes, count), offset) ? opened.Methods->Write(file, bytes, count, offset) : Full;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(FileHandle* file, long length)
    {
        var opened = Files[(nint)file];
        opened.Disk.Truncate(opened.Name, length);
        return opened.Methods->Truncate(file, length);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(FileHandle* file, int flags)
    {
        var opened = Files[(nint)file];
        opened.Disk.Sync(opened.Name);
        return Ok;
    }

    private sealed class Opened(SimulatedDisk disk, string name, nint methods)
    {
        public SimulatedDisk Disk => disk;

        public string Name => name;

        public Methods* Methods => (Methods*)methods;
    }
}
