using System.Runtime.InteropServices;

namespace Arena.Storage.Tests.PowerCut;

/// <summary>SQLite's file system interface (https://www.sqlite.org/c3ref/vfs.html), as far as it is replaced here.</summary>
internal static unsafe partial class SqliteNative
{
    public const int Ok = 0;
    public const int Full = 13;

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    public static partial Vfs* FindVfs(byte* name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    public static partial int RegisterVfs(Vfs* vfs, int makeDefault);

    /// <summary><c>sqlite3_vfs</c>. Functions that are not replaced are only carried over.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Vfs
    {
        public int Version;
        public int FileBytes;
        public int LongestPath;
        public Vfs* Next;
        public byte* Name;
        public void* AppData;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, FileHandle*, int, int*, int> Open;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int> Delete;
        public Rest Others;

        [System.Runtime.CompilerServices.InlineArray(14)]
        public struct Rest
        {
            private nint _first;
        }
    }

    /// <summary><c>sqlite3_file</c>, which begins with its methods.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct FileHandle
    {
        public Methods* Methods;
    }

    /// <summary><c>sqlite3_io_methods</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Methods
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<FileHandle*, int> Close;
        public nint Read;
        public delegate* unmanaged[Cdecl]<FileHandle*, byte*, int, long, int> Write;
        public delegate* unmanaged[Cdecl]<FileHandle*, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<FileHandle*, int, int> Sync;
        public Rest Others;

        [System.Runtime.CompilerServices.InlineArray(13)]
        public struct Rest
        {
            private nint _first;
        }
    }
}
