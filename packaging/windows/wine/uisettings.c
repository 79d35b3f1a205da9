/* For tests under Wine 8 only, never shipped: the class Windows.UI.ViewManagement.UISettings, which Qt asks for the
 * colours of the system and which that Wine does not have. It answers with a light theme and takes every handler. */
#include <windows.h>
#include <string.h>

typedef struct { BYTE alpha, red, green, blue; } Colour;
typedef struct { void **methods; } Face;

enum { UNKNOWN, INSPECTABLE, AGILE, FACTORY, SETTINGS, SETTINGS3, KNOWN };
static const GUID names[KNOWN] = {
    {0x00000000, 0x0000, 0x0000, {0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46}},
    {0xaf86e2e0, 0xb12d, 0x4c6a, {0x9c, 0x5a, 0xd7, 0xaa, 0x65, 0x10, 0x1e, 0x90}},
    {0x94ea2b94, 0xe9cc, 0x49e0, {0xc0, 0xff, 0xee, 0x64, 0xca, 0x8f, 0x5b, 0x90}},
    {0x00000035, 0x0000, 0x0000, {0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46}},
    {0x85361600, 0x1c63, 0x4627, {0xbc, 0xb1, 0x3a, 0x89, 0xe0, 0xbc, 0x9c, 0x55}},
    {0x03021be4, 0x5254, 0x4781, {0x81, 0x94, 0x51, 0x68, 0xf7, 0xd0, 0x6d, 0x7b}},
};
/* background, foreground, three darker accents, accent, three lighter ones, complement */
static const Colour colours[] = {
    {255, 255, 255, 255}, {255, 0, 0, 0}, {255, 20, 40, 90}, {255, 28, 65, 153}, {255, 35, 78, 182},
    {255, 42, 91, 208}, {255, 90, 130, 220}, {255, 140, 170, 232}, {255, 190, 208, 244}, {255, 0, 0, 0},
};

enum { FIRST = 6, SETTINGS_END = 19, SETTINGS3_END = 9 };
static void *factory_methods[FIRST + 1], *settings_methods[SETTINGS_END], *settings3_methods[SETTINGS3_END];
static Face factory = {factory_methods}, settings = {settings_methods}, settings3 = {settings3_methods};

static int which(const GUID *asked)
{
    int at = 0;
    while (at < KNOWN && memcmp(asked, &names[at], sizeof *asked) != 0) at++;
    return at;
}

static HRESULT WINAPI query(Face *self, const GUID *asked, void **answer)
{
    int at = which(asked);
    *answer = NULL;
    if (self == &factory) {
        if (at <= FACTORY) *answer = &factory;
    } else if (at <= AGILE || at == SETTINGS) {
        *answer = &settings;
    } else if (at == SETTINGS3) {
        *answer = &settings3;
    }
    return *answer ? S_OK : E_NOINTERFACE;
}

static ULONG WINAPI counted(Face *self) { return 2; /* lives as long as the process */ }
static HRESULT WINAPI interfaces(Face *self, ULONG *count, GUID **list) { *count = 0; *list = NULL; return S_OK; }
static HRESULT WINAPI class_name(Face *self, void **name) { *name = NULL; return S_OK; }
static HRESULT WINAPI trust(Face *self, int *level) { *level = 0; return S_OK; }
static HRESULT WINAPI activate(Face *self, void **made) { *made = &settings; return S_OK; }
static HRESULT WINAPI absent(Face *self) { return E_NOTIMPL; }
static HRESULT WINAPI number(Face *self, UINT32 *value) { *value = 500; return S_OK; }
static HRESULT WINAPI yes(Face *self, BYTE *value) { *value = 1; return S_OK; }
static HRESULT WINAPI add_handler(Face *self, void *handler, INT64 *token) { *token = 1; return S_OK; }
static HRESULT WINAPI remove_handler(Face *self, INT64 token) { return S_OK; }

static HRESULT WINAPI colour(Face *self, int kind, Colour *value)
{
    *value = colours[kind >= 0 && kind < (int)(sizeof colours / sizeof *colours) ? kind : 0];
    return S_OK;
}

static void fill_common(void **methods)
{
    void *common[FIRST] = {query, counted, counted, interfaces, class_name, trust};
    memcpy(methods, common, sizeof common);
}

BOOL WINAPI DllMain(HINSTANCE library, DWORD reason, void *reserved)
{
    if (reason != DLL_PROCESS_ATTACH) return TRUE;
    fill_common(factory_methods);
    fill_common(settings_methods);
    fill_common(settings3_methods);
    factory_methods[FIRST] = activate;
    for (int at = FIRST; at < SETTINGS_END; at++) settings_methods[at] = absent;
    settings_methods[11] = settings_methods[14] = settings_methods[16] = settings_methods[17] = number;
    settings_methods[12] = yes;
    settings3_methods[6] = colour;
    settings3_methods[7] = add_handler;
    settings3_methods[8] = remove_handler;
    return TRUE;
}

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(void *name, void **made) { *made = &factory; return S_OK; }
__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; }
