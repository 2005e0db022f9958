;;; Emacs with lsp-mode at work on a report and a rule file.  -*- lexical-binding: t -*-
(load (expand-file-name "emacs.el" (file-name-directory load-file-name)) nil t)
(require 'cl-lib)
(require 'lsp-mode)
(require 'lsp-completion)
(require 'lsp-diagnostics)
(require 'lsp-lens)
(setq lsp-auto-guess-root t lsp-restart 'ignore lsp-idle-delay 0 lsp-debounce-full-sync-notifications nil
      lsp-headerline-breadcrumb-enable nil lsp-diagnostics-provider :flymake lsp-auto-execute-action nil
      lsp-session-file (expand-file-name "session" user-emacs-directory))
;; Closing the last buffer ends the server; whether it does is the last step.
(setq lsp-keep-workspace-alive nil)

(defun emh-connect ()
  "Connect now: in batch no idle time comes, in which `lsp-deferred' would."
  (lsp-workspace-folders-add (file-name-directory buffer-file-name))
  (unless (lsp-workspaces) (lsp))
  (emh-wait-for "the server"
    (lambda () (and (lsp-workspaces) (eq 'initialized (lsp--workspace-status (car (lsp-workspaces))))))))

(defun emh-said (code)
  "The message of a rule, with its words, as (MESSAGE . WORDS)."
  (cl-some (lambda (found)
             (when (equal (lsp-get found :code) code)
               (cons (lsp-get found :message)
                     (cl-destructuring-bind (start . end) (lsp--range-to-region (lsp-get found :range))
                       (buffer-substring-no-properties start end)))))
           (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics))))

(defun emh-choose (title)
  "Choose the code action of this title, as a person would in the list."
  (let* ((before (buffer-string))
         (actions (lsp-code-actions-at-point))
         (action (cl-find title actions :key (lambda (each) (lsp-get each :title)) :test #'equal)))
    (unless action (error "%s is not among: %S" title (mapcar (lambda (each) (lsp-get each :title)) actions)))
    (lsp-execute-code-action action)
    (emh-must (not (equal before (buffer-string))) "nothing changed")))

(defun emh-lens ()
  "The command of the lens over the impression."
  (lsp-get (elt (lsp-request "textDocument/codeLens" (list :textDocument (lsp--text-document-identifier))) 0) :command))

(defun emh-usual ()
  (emh-connect)
  (emh-step "diagnostic"
    (lambda ()
      (let ((found (emh-wait-for "level-drift" (lambda () (emh-said "level-drift")))))
        (emh-must (equal (cdr found) "D3 to D10") found)
        (emh-must (emh-said "whole-spine-missing") "no hint"))))
  (emh-step "hover"
    (lambda ()
      (emh-go-to "masses from")
      (let ((value (lsp-get (lsp-get (lsp-request "textDocument/hover" (lsp--text-document-position-params)) :contents) :value)))
        (emh-must (string-match-p "mass" value) value))))
  (emh-step "completion"
    (lambda ()
      (emh-write-line "Marrow:" "Other: Mass D4 to D")
      (let* ((capf (lsp-completion-at-point))
             (first (car (all-completions "D" (nth 2 capf)))))
        (emh-must (equal (substring-no-properties first) "D5") first)
        (delete-region (nth 0 capf) (nth 1 capf))
        (insert first)
        (funcall (plist-get (nthcdr 3 capf) :exit-function) first 'finished)
        (emh-must (equal (buffer-substring-no-properties (line-beginning-position) (line-end-position)) "Other: Mass D4 to D5")
                  (buffer-string)))
      (delete-region (1- (line-beginning-position)) (line-end-position))))
  (emh-fixes)
  (emh-step "lens"
    (lambda ()
      (lsp--execute-command (emh-lens))
      (emh-wait-for "the sync" (lambda () (emh-has "IMPRESSION\n1. Cord compression")))
      (emh-must (string-prefix-p "In step" (lsp-get (emh-lens) :title)) (emh-lens))
      (lsp--execute-command (emh-lens))))
  (emh-checks-rules))

(defun emh-settings ()
  (emh-connect)
  (emh-follows-severities)
  (emh-step "parameters"
    (lambda ()
      (emh-write-line "Marrow:" "Nodes: Enlarged para-aortic node, 11 mm in short axis.")
      (emh-wait-for "node-size-vs-word" (lambda () (emh-said "node-size-vs-word")))))
  (emh-step "hints"
    (lambda ()
      (let ((range (list :start '(:line 0 :character 0) :end (list :line (count-lines (point-min) (point-max)) :character 0))))
        (emh-must (> (length (lsp-request "textDocument/inlayHint"
                                          (list :textDocument (lsp--text-document-identifier) :range range)))
                     0))))))

(emh-session #'emh-usual #'emh-settings
             (lambda ()
               (let ((process (lsp--workspace-proc (car (lsp-workspaces)))))
                 (lsp-workspace-shutdown (car (lsp-workspaces)))
                 (emh-wait-for "the end of the server" (lambda () (not (process-live-p process)))))))
