/* For tests under Wine 8 only, never shipped: the one function of bcryptprimitives.dll that programs in Rust call. */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(void *buffer, ULONG length); /* RtlGenRandom of advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length)
{
    const SIZE_T most = 1 << 20;
    for (SIZE_T done = 0; done < length;) {
        SIZE_T piece = length - done < most ? length - done : most;
        if (!SystemFunction036(buffer + done, (ULONG)piece)) return FALSE;
        done += piece;
    }
    return TRUE;
}
