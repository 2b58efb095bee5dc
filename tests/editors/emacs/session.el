;;; session.el --- Looks at a note in an Emacs without a screen  -*- lexical-binding: t -*-

;; STRATUS_TASK names a file that says what to look at; what was seen goes to the file that it names.

(require 'json)
(require 'package)
(package-initialize)
(require 'eglot)
(require 'markdown-mode)

(setq eglot-sync-connect t
      eglot-connect-timeout 60
      make-backup-files nil)

(defun stratus-wait (what condition)
  "Handle what the server sends until CONDITION gives something, and give that.
Fail after a minute, and say that there is no WHAT."
  (let ((until (time-add nil 60)) seen)
    (while (not (setq seen (funcall condition)))
      (when (time-less-p until nil) (error "There is no %s" what))
      (accept-process-output nil 0.05))
    seen))

(defun stratus-findings ()
  "What flymake shows in this buffer."
  (flymake-start)
  (stratus-wait
   "finding"
   (lambda ()
     (mapcar (lambda (finding)
               `((text . ,(flymake-diagnostic-text finding))
                 (line . ,(line-number-at-pos (flymake-diagnostic-beg finding)))
                 (marked . ,(buffer-substring-no-properties
                             (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding)))))
             (flymake-diagnostics)))))

(defun stratus-card ()
  "The text that eldoc has of what is at point."
  (let (card)
    (run-hook-wrapped
     'eldoc-documentation-functions
     (lambda (source)
       (funcall source (lambda (text &rest _) (when (stringp text) (setq card (concat card text)))))
       nil))
    (stratus-wait "card" (lambda () card))
    (substring-no-properties card)))

(defun stratus-completions ()
  "What completion at point offers, in its order."
  (pcase (run-hook-wrapped 'completion-at-point-functions #'completion--capf-wrapper 'all)
    (`(,_ ,begin ,_ ,table . ,properties)
     (let* ((typed (buffer-substring-no-properties begin (point)))
            (predicate (plist-get properties :predicate))
            (offered (all-completions typed table predicate))
            (sort (completion-metadata-get (completion-metadata typed table predicate) 'display-sort-function)))
       (vconcat (mapcar #'substring-no-properties (if sort (funcall sort offered) offered)))))))

(let* ((task (with-temp-buffer
               (insert-file-contents (getenv "STRATUS_TASK"))
               (json-parse-buffer :object-type 'alist)))
       (seen
        (condition-case failure
            (progn
              (load (alist-get 'setup task) nil t)
              (find-file (alist-get 'note task))
              (call-interactively #'eglot)
              (goto-char (point-min))
              (forward-line (alist-get 'line (alist-get 'cursor task)))
              (forward-char (alist-get 'character (alist-get 'cursor task)))
              (pcase (alist-get 'look task)
                ("findings" `((findings . ,(vconcat (stratus-findings)))))
                ("card" `((card . ,(stratus-card))))
                ("completions" `((completions . ,(stratus-completions))))))
          (error `((failure . ,(error-message-string failure)))))))
  (let ((coding-system-for-write 'utf-8-unix))
    (write-region (decode-coding-string (json-serialize seen) 'utf-8) nil (alist-get 'result task)))
  (when (fboundp 'eglot-shutdown-all) (ignore-errors (eglot-shutdown-all)))
  (kill-emacs 0))
