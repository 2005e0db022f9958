;;; What the scripts of both clients share: waiting, steps, places.  -*- lexical-binding: t -*-
;; EMH_CONFIG: what a person has in init.el.  EMH_REPORT, EMH_RULES: files that may be changed.  EMH_SESSION: `usual' or `settings'.
(setq make-backup-files nil create-lockfiles nil auto-save-default nil)
(setq user-emacs-directory (file-name-as-directory (getenv "HOME")))
(package-initialize)

(defconst emh-wait 15.0 "Seconds that anything may take.")

(defun emh-wait-for (what holds)
  "Wait until HOLDS gives something, and give that; WHAT names it."
  (let ((end (+ (float-time) emh-wait)) found)
    (while (and (not (setq found (funcall holds))) (< (float-time) end))
      (accept-process-output nil 0.02))
    (or found (error "Waited in vain for %s" what))))

(defun emh-step (name run)
  "Do a step and say how it went."
  (let ((why (condition-case problem (progn (funcall run) nil)
               (error (replace-regexp-in-string "\n" " " (error-message-string problem))))))
    (princ (if why (format "not ok %s: %s\n" name why) (format "ok %s\n" name)))))

(defun emh-must (holds &rest said)
  (unless holds (error "%S" said)))

(defun emh-go-to (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun emh-has (words)
  (string-match-p (regexp-quote words) (buffer-string)))

(defun emh-write-line (after words)
  "Write a line behind the one that begins with AFTER; point is at its end."
  (goto-char (point-min))
  (re-search-forward (concat "^" after))
  (end-of-line)
  (insert "\n" words))

(defun emh-session (usual settings end)
  "Open the report and do the steps of this session."
  (let ((config (getenv "EMH_CONFIG")))
    (load config nil t)
    (find-file (getenv "EMH_REPORT"))
    (condition-case problem
        (funcall (if (equal (getenv "EMH_SESSION") "settings") settings usual))
      (error (princ (format "not ok session: %s\n" (error-message-string problem)))))
    (emh-step "end" end)
    (dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
    (kill-emacs 0)))

(defun emh-fixes ()
  "The quick fix mends the words, and what was wrong is gone. `emh-choose' is each client's own."
  (emh-step "fix"
    (lambda ()
      (emh-wait-for "level-drift" (lambda () (emh-said "level-drift")))
      (emh-go-to "D3 to D10")
      (emh-choose "Replace \"D3 to D10\" by \"D3 to D8\"")
      (emh-must (emh-has "1. Lobulated extradural masses from D3 to D8,") (buffer-string))
      (emh-wait-for "the fixed place" (lambda () (not (emh-said "level-drift")))))))

(defun emh-checks-rules ()
  "A rule file is checked, with the example that fails."
  (emh-step "rules"
    (lambda ()
      (find-file (getenv "EMH_RULES"))
      (emh-connect)
      (let ((found (emh-wait-for "the failing example" (lambda () (emh-said "example")))))
        (emh-must (equal (cdr found) "D4 to [D5") found)))))

(defun emh-follows-severities ()
  "A check that the settings turned off is silent."
  (emh-step "severities"
    (lambda ()
      (emh-wait-for "level-drift" (lambda () (emh-said "level-drift")))
      (emh-wait-for "one check fewer" (lambda () (not (emh-said "whole-spine-missing")))))))
