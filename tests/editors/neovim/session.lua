-- Opens a note in Neovim as a user would, looks at it through Neovim's own API, and writes what is seen as JSON.
-- What to do stands in a JSON file: setup (Lua, as the README has it), note, cursor { line, character } from 0, result.
local task = vim.fn.json_decode(vim.fn.readfile(vim.env.STRATUS_TASK))
local patience = 20000

local function finish(seen)
  vim.fn.writefile({ vim.fn.json_encode(seen) }, task.result)
  vim.cmd('qall!')
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

-- Asks the server through Neovim's client; gives the result, or nil.
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, patience) or {}
  for _, answer in pairs(answers) do
    if answer.error then error(method .. ': ' .. answer.error.message) end
    return answer.result
  end
end

-- The lines of the floating window, once there is one.
local function float()
  local lines
  vim.wait(patience, function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
        return true
      end
    end
    return false
  end, 20)
  return lines
end

local ok, failure = pcall(function()
  vim.cmd('filetype plugin on')
  vim.o.columns = 100
  vim.o.lines = 40
  dofile(task.setup)
  vim.cmd('edit ' .. vim.fn.fnameescape(task.note))
  -- Neovim before 0.9 answers what a server asks only while it waits for something.
  assert(vim.wait(patience, function()
    local client = clients()[1]
    return client ~= nil and client.server_capabilities ~= nil and next(client.server_capabilities) ~= nil
  end, 20), 'the server was not attached')

  local seen = { version = vim.fn.matchstr(vim.fn.execute('version'), 'NVIM v\\zs[0-9.]\\+') }
  local can = clients()[1].server_capabilities
  seen.encoding = clients()[1].offset_encoding
  local document = { uri = vim.uri_from_bufnr(0) }
  local at = { textDocument = document, position = task.cursor }

  if task.diagnostics then
    vim.wait(patience, function() return #vim.diagnostic.get(0) >= task.diagnostics end, 20)
    seen.diagnostics = vim.tbl_map(function(one)
      return {
        code = one.code or vim.tbl_get(one, 'user_data', 'lsp', 'code'),
        message = one.message,
        severity = one.severity,
        line = one.lnum,
        column = one.col,
        ends = one.end_col,
      }
    end, vim.diagnostic.get(0))
  end
  if task.completion then
    seen.completion = vim.tbl_map(function(item)
      return { label = item.label, kind = item.kind, text = item.textEdit and item.textEdit.newText or item.insertText }
    end, ask('textDocument/completion', at).items)
  end
  if task.symbols and can.documentSymbolProvider then
    seen.symbols = vim.tbl_map(function(one) return one.name end, ask('textDocument/documentSymbol', { textDocument = document }))
  end
  if task.highlights and can.documentHighlightProvider then
    seen.highlights = vim.tbl_map(function(one) return one.range.start end, ask('textDocument/documentHighlight', at))
  end
  if task.actions then
    seen.actions = vim.tbl_map(function(one) return one.title end, ask('textDocument/codeAction', {
      textDocument = document,
      range = { start = task.cursor, ['end'] = task.cursor },
      context = { diagnostics = {} },
    }))
  end
  if task.hover then
    vim.api.nvim_win_set_cursor(0, { task.cursor.line + 1, task.cursor.character })
    seen.hover = ask('textDocument/hover', at)
    if seen.hover then
      vim.lsp.buf.hover()
      seen.float = float()
    end
  end
  finish(seen)
end)

if not ok then finish({ failure = tostring(failure) }) end
