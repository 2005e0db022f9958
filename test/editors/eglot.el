;;; Emacs with Eglot at work on a report and a rule file.  -*- lexical-binding: t -*-
(load (expand-file-name "emacs.el" (file-name-directory load-file-name)) nil t)
(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(setq eglot-send-changes-idle-time 0 eglot-sync-connect 10)

(defun emh-server () (eglot--current-server-or-lose))

(defun emh-connect ()
  "Connect now: in batch no command ends, after which `eglot-ensure' would."
  (unless (eglot-current-server)
    (apply #'eglot--connect (eglot--guess-contact)))
  (eglot--maybe-activate-editing-mode))

(defun emh-said (code)
  "The message of a rule, with its words, as (MESSAGE . WORDS)."
  (flymake-start)
  (cl-some (lambda (found)
             (when (string-match-p (concat "\\[" code "\\]") (flymake-diagnostic-text found))
               (cons (flymake-diagnostic-text found)
                     (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found)))))
           (flymake-diagnostics)))

(defun emh-changed () (eglot--signal-textDocument/didChange))

(defun emh-choose (title &optional kind)
  "Choose the code action of this title, as a person would in the list."
  (let ((before (buffer-string)) (shown nil))
    ;; A key and no mouse: the list is asked for in the minibuffer.
    (cl-letf ((last-nonmenu-event ?a)
              ((symbol-function 'completing-read)
               (lambda (_ choices &rest _)
                 (setq shown (mapcar #'car choices))
                 (or (car (member title shown)) (error "%s is not among: %s" title shown)))))
      (if kind (eglot-code-actions (point) (point) kind t) (eglot-code-actions (point) nil nil t)))
    (emh-must (not (equal before (buffer-string))) "nothing changed; shown:" shown)
    (emh-changed)))

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
      (let ((value (plist-get (plist-get (jsonrpc-request (emh-server) :textDocument/hover (eglot--TextDocumentPositionParams))
                                         :contents) :value)))
        (emh-must (string-match-p "mass" value) value)
        (unless (fboundp 'gfm-view-mode) (emh-must (not (string-match-p "\\*\\*" value)) value)))))
  (emh-step "completion"
    (lambda ()
      (emh-write-line "Marrow:" "Other: Mass D4 to D")
      (emh-changed)
      (let* ((capf (eglot-completion-at-point))
             (all (all-completions "D" (nth 2 capf)))
             (sort (or (cdr (assq 'display-sort-function (cdr (completion-metadata "D" (nth 2 capf) nil)))) #'identity))
             (first (car (funcall sort all))))
        (emh-must (equal (substring-no-properties first) "D5") all)
        (delete-region (nth 0 capf) (nth 1 capf))
        (insert first)
        (funcall (plist-get (nthcdr 3 capf) :exit-function) first 'finished)
        (emh-must (equal (buffer-substring-no-properties (line-beginning-position) (line-end-position)) "Other: Mass D4 to D5")
                  (buffer-string)))
      (delete-region (1- (line-beginning-position)) (line-end-position))
      (emh-changed)))
  (emh-fixes)
  (emh-step "sync"
    (lambda ()
      (emh-go-to "IMPRESSION")
      (emh-choose "Bring the impression in line with the findings" "source.syncImpression")
      (emh-must (emh-has "IMPRESSION\n1. Cord compression") (buffer-string))))
  (emh-checks-rules))

(defun emh-settings ()
  (emh-connect)
  (emh-follows-severities)
  (emh-step "parameters"
    (lambda ()
      (emh-write-line "Marrow:" "Nodes: Enlarged para-aortic node, 11 mm in short axis.")
      (emh-changed)
      (emh-wait-for "node-size-vs-word" (lambda () (emh-said "node-size-vs-word")))))
  (emh-step "hints"
    (lambda ()
      (let ((range (list :start '(:line 0 :character 0) :end (list :line (count-lines (point-min) (point-max)) :character 0))))
        (emh-must (> (length (jsonrpc-request (emh-server) :textDocument/inlayHint
                                              (list :textDocument (eglot--TextDocumentIdentifier) :range range)))
                     0))))))

(emh-session #'emh-usual #'emh-settings (lambda () (eglot-shutdown (emh-server) nil 5)))
