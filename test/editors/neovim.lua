-- Neovim at work on a report and a rule file: `ok NAME` or `not ok NAME: why` for each step. scripts/editors.ts starts it.
-- EMH_CONFIG: what a person has in init.lua. EMH_REPORT, EMH_RULES: files that may be changed. EMH_SESSION: `usual` or `settings`.
local WAIT = 15000

local function wait_for(what, holds) assert(vim.wait(WAIT, holds, 10), 'waited in vain for ' .. what) end

local function step(name, run)
  local ok, why = pcall(run)
  io.stdout:write((ok and 'ok ' .. name or 'not ok ' .. name .. ': ' .. tostring(why):gsub('\n', ' ')) .. '\n')
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

-- The diagnostic of a rule, and the words that it stands at.
local function diagnostic_of(code)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if (d.code or vim.tbl_get(d, 'user_data', 'lsp', 'code')) == code then
      return d, table.concat(vim.api.nvim_buf_get_text(0, d.lnum, d.col, d.end_lnum, d.end_col, {}), '\n')
    end
  end
end

local function ask(method, params)
  for _, answer in pairs(assert(vim.lsp.buf_request_sync(0, method, params, WAIT), method .. ' was not answered')) do
    assert(not answer.err and not answer.error, vim.inspect(answer))
    return answer.result
  end
end

local function position_params() return vim.lsp.util.make_position_params(0, 'utf-16') end

-- Puts the cursor at the first place of some words.
local function go_to(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search(words, 'cW') > 0, words .. ' is not there')
end

-- Chooses the code action of this title, as a person would in the list.
local function choose(title, options)
  local shown = {}
  vim.ui.select = function(items, _, on_choice)
    for _, item in ipairs(items) do
      local action = item.action or item[2]
      shown[#shown + 1] = action.title
      if action.title == title then return on_choice(item) end
    end
  end
  local before = text()
  vim.lsp.buf.code_action(options)
  assert(vim.wait(WAIT, function() return text() ~= before end, 10), title .. ' is not among: ' .. table.concat(shown, ', '))
end

local function usual()
  step('diagnostic', function()
    wait_for('level-drift', function() return diagnostic_of('level-drift') end)
    local found, words = diagnostic_of('level-drift')
    assert(words == 'D3 to D10', words)
    assert(found.message == 'The impression says D3 to D10; the findings say D3 to D8.', found.message)
    assert(found.severity == vim.diagnostic.severity.ERROR)
    assert(diagnostic_of('whole-spine-missing'), 'no hint')
  end)

  step('hover', function()
    go_to('masses from')
    local value = ask('textDocument/hover', position_params()).contents.value
    assert(value:find('mass', 1, true), value)
  end)

  step('completion', function()
    local line = vim.fn.search('^Marrow:', 'w')
    vim.api.nvim_buf_set_lines(0, line, line, false, { 'Other: Mass D4 to ' })
    vim.api.nvim_win_set_cursor(0, { line + 1, 17 })
    local params = position_params()
    params.position.character = 18
    local first = ask('textDocument/completion', params).items[1]
    assert(first.label == 'D5', first.label)
    vim.lsp.util.apply_text_edits({ first.textEdit }, 0, 'utf-16')
    assert(vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1] == 'Other: Mass D4 to D5', text())
    local documentation = ask('completionItem/resolve', first).documentation
    assert(documentation == nil or documentation.value ~= '')
    vim.api.nvim_buf_set_lines(0, line, line + 1, false, {})
  end)

  step('fix', function()
    wait_for('level-drift', function() return diagnostic_of('level-drift') end)
    go_to('D3 to D10')
    choose('Replace "D3 to D10" by "D3 to D8"')
    assert(text():find('1. Lobulated extradural masses from D3 to D8,', 1, true), text())
    wait_for('the fixed place', function() return not diagnostic_of('level-drift') end)
  end)

  step('sync', function()
    go_to('IMPRESSION')
    choose('Bring the impression in line with the findings')
    assert(text():find('IMPRESSION\n1. Cord compression', 1, true), text())
    vim.cmd('undo')
  end)

  step('lens', function()
    vim.lsp.codelens.refresh({ bufnr = 0 })
    wait_for('a lens', function() return #vim.lsp.codelens.get(0) > 0 end)
    go_to('IMPRESSION')
    vim.lsp.codelens.run()
    wait_for('the sync', function() return text():find('IMPRESSION\n1. Cord compression', 1, true) end)
    vim.lsp.codelens.refresh({ bufnr = 0 })
    local title = function() return vim.tbl_get(vim.lsp.codelens.get(0), 1, 'command', 'title') or '' end
    wait_for('the lens that rests', function() return title():find('^In step') end)
    vim.cmd('messages clear')
    go_to('IMPRESSION')
    vim.lsp.codelens.run()
    vim.wait(200)
    local said = vim.fn.execute('messages')
    assert(not said:lower():find('error') and not said:find('does not support'), said)
  end)

  step('rules', function()
    vim.cmd('edit! ' .. vim.fn.fnameescape(os.getenv('EMH_RULES')))
    wait_for('the failing example', function() return diagnostic_of('example') end)
    local _, words = diagnostic_of('example')
    assert(words == 'D4 to [D5', words)
  end)
end

local function settings()
  step('severities', function()
    wait_for('level-drift', function() return diagnostic_of('level-drift') end)
    wait_for('one check fewer', function() return not diagnostic_of('whole-spine-missing') end)
  end)

  step('parameters', function()
    local line = vim.fn.search('^Marrow:', 'w')
    vim.api.nvim_buf_set_lines(0, line, line, false, { 'Nodes: Enlarged para-aortic node, 11 mm in short axis.' })
    wait_for('node-size-vs-word', function() return diagnostic_of('node-size-vs-word') end)
  end)

  step('hints', function()
    local whole = { start = { line = 0, character = 0 }, ['end'] = { line = vim.fn.line('$'), character = 0 } }
    local hints = ask('textDocument/inlayHint', { textDocument = { uri = vim.uri_from_bufnr(0) }, range = whole })
    assert(#hints > 0, 'none')
  end)

  step('site', function()
    assert(diagnostic_of('level-drift'), 'nothing to turn off')
    vim.fn.writefile({ '{ "severities": { "level-drift": "off" } }' }, os.getenv('EMH_SITE') .. '/config.json')
    wait_for('what the site turns off', function() return not diagnostic_of('level-drift') end)
  end)
end

local function session()
  local stand_in = os.getenv('EMH_STAND_IN')
  if stand_in then dofile(stand_in) end
  dofile(os.getenv('EMH_CONFIG'))
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('EMH_REPORT')))
  if os.getenv('EMH_SESSION') == 'settings' then settings() else usual() end
  step('end', function()
    local get = vim.lsp.get_clients or vim.lsp.get_active_clients
    assert(#get() == 1, #get() .. ' clients')
    vim.lsp.stop_client(get()[1].id)
    wait_for('the end of the server', function() return #get() == 0 end)
  end)
end

local ok, why = pcall(session)
if not ok then io.stdout:write('not ok session: ' .. tostring(why):gsub('\n', ' ') .. '\n') end
vim.cmd('qall!')
