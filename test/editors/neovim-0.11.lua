-- For an older Neovim, what the page's snippet uses of 0.11: configurations by name, each started for its file types, its settings
-- sent at the start and given when asked for.
local configs = {}

vim.lsp.config = function(name, config) configs[name] = vim.tbl_deep_extend('force', configs[name] or {}, config) end

local function root_of(file, markers)
  for _, marker in ipairs(markers) do
    local found = vim.fn.finddir(marker, vim.fn.fnamemodify(file, ':p:h') .. ';')
    if found ~= '' then return vim.fn.fnamemodify(found, ':p:h:h') end
  end
end

local function start(name, config, root)
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities.workspace.configuration = true
  return vim.lsp.start_client({
    name = name,
    cmd = config.cmd,
    root_dir = root,
    settings = config.settings,
    capabilities = capabilities,
    on_init = function(client)
      if config.settings then client.notify('workspace/didChangeConfiguration', { settings = config.settings }) end
    end,
  })
end

vim.lsp.enable = function(name)
  local clients = {}
  vim.api.nvim_create_autocmd('FileType', {
    pattern = configs[name].filetypes,
    callback = function(event)
      local config = configs[name]
      local root = root_of(event.file, config.root_markers) or vim.fn.getcwd()
      clients[root] = clients[root] or start(name, config, root)
      vim.lsp.buf_attach_client(event.buf, clients[root])
    end,
  })
end
